interface Window {
    /** For tests and support. */
    jibiao: {
        version: string;
        /** Frames drawn so far. */
        frames(): number;
        /** Whether nothing is going to happen by itself. */
        idle(): boolean;
        /** The last revision that the storage acknowledged. */
        savedRevision(): number;
    };
}
