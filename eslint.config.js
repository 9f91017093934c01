import js from '@eslint/js';

export default [
    { ignores: ['build/', 'node_modules/'] },
    js.configs.recommended,
    {
        linterOptions: { reportUnusedDisableDirectives: 'error' },
        rules: {
            'no-undef': 'off', // tsc knows better which names exist where
            'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            'no-var': 'error',
            'prefer-const': 'error',
            eqeqeq: ['error', 'always', { null: 'ignore' }],
            'no-eval': 'error', // the page's Content-Security-Policy forbids it
            'no-new-func': 'error',
            'no-implied-eval': 'error',
        },
    },
];
