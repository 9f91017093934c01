interface Window {
    /** For tests and support. */
    jibiao: {
        version: string;
        /** Frames drawn so far. */
        frames(): number;
        /** Whether nothing is going to happen by itself. */
        idle(): boolean;
        /** Whether all that was asked for is drawn; a message may still go away by itself. */
        still(): boolean;
        /** The last revision that the storage acknowledged. */
        savedRevision(): number;
        /** Why it drew: the last 20 reasons, and how many frames were drawn before each. */
        reasons(): readonly { frame: number; reason: string }[];
    };
}
