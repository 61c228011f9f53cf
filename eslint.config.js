import tseslint from 'typescript-eslint';

/** What each room may not import: the arrows of docs/architecture.md (invariant "one direction"). */
const FORBIDDEN = {
    language: [
        'vscode',
        'vscode-languageclient',
        'vscode-languageserver/node*',
        'node:*',
        'fs',
        'path',
        '**/server/**',
        '**/client/**',
        '**/cli/**',
    ],
    server: ['vscode', 'vscode-languageclient', '**/client/**', '**/cli/**'],
    client: ['langium', 'langium/*', '**/language/**', '**/cli/**', '**/server/*', '!**/server/requests.js'],
    cli: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*', '**/client/**'],
};
const why = (room) => `The room ${room}/ may not import this: see docs/architecture.md, "Rooms and arrows".`;

const NO_DEFAULT_EXPORT = {
    selector: 'ExportDefaultDeclaration',
    message: 'No default exports: a name should say what it is.',
};
/** The rule on imports does not see `import()`; only the tool loads its parts when they are needed. */
const NO_DYNAMIC_IMPORT = {
    selector: 'ImportExpression',
    message: 'No import() here: it would escape the rule on imports. See docs/architecture.md, "Rooms and arrows".',
};

export default tseslint.config(
    {
        ignores: [
            'language/generated/',
            'dist/',
            'build/',
            'out/',
            'coverage/',
            'node_modules/',
            'client/syntaxes/',
            'test/vscode/.run/',
            'test/vscode/editor/node_modules/',
        ],
    },
    ...tseslint.configs.strict,
    ...tseslint.configs.stylistic,
    {
        rules: {
            '@typescript-eslint/consistent-type-definitions': 'off',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
            eqeqeq: 'error',
        },
    },
    { files: ['**/*.config.js', '**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
    ...Object.entries(FORBIDDEN).map(([room, group]) => ({
        files: [`${room}/**/*.ts`],
        rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message: why(room) }] }] },
    })),
    {
        files: ['language/**/*.ts', 'server/**/*.ts', 'client/**/*.ts'],
        rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DYNAMIC_IMPORT] },
    },
);
