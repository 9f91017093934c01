interface Window {
    /** For tests and support. */
    jibiao: {
        version: string;
        /** Frames so far; one that looks like the one before is not drawn. */
        frames(): number;
        /** Whether nothing is going to happen by itself. */
        idle(): boolean;
        /** Whether all that was asked for is drawn; a message may still go away by itself. */
        still(): boolean;
        /** The last revision that the storage acknowledged. */
        savedRevision(): number;
        /** Why it drew: the last 20 reasons, and how many frames were before each. */
        reasons(): readonly { frame: number; reason: string }[];
    };
}
