import tseslint from 'typescript-eslint';

/** What each room may not import: the arrows of docs/architecture.md (invariant "one direction"). */
const FORBIDDEN = {
    language: rooms('server', 'client', 'cli'),
    server: ['vscode', 'vscode-languageclient', ...rooms('client', 'cli')],
    client: ['langium', 'langium/*', ...rooms('language', 'cli'), '**/server/*', '!**/server/requests.js'],
    cli: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*', ...rooms('client', 'server')],
};
/** What is in rooms; `scripts/` and `test/` serve the project and are for none of its rooms. */
function rooms(...names) {
    return [...names, 'scripts', 'test'].map((name) => `**/${name}/**`);
}
/** Rooms by themselves: `'../cli'`. No room has an index, so not even what it may import from is named this way. */
const BARE_ROOM = String.raw`^(\.\./)+(language|server|client|cli|scripts|test)/?$`;
/** The packages that `language/` may import, since they run anywhere: what is not named here may not come in. */
const PURE = [
    'langium',
    'langium/lsp',
    'chevrotain',
    'chevrotain-allstar',
    'date-easter',
    'fflate',
    'markdown-it',
    'parse5',
    'date-easter',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'vscode-languageserver',
];
const IMPURE = `^(?!\\.|(${PURE.map((name) => name.replaceAll('.', '\\.')).join('|')})$)`;
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

/** What a machine has and a language needs not: `fetch` and `process` need no import. */
const MACHINE = [
    'process',
    'Buffer',
    'require',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker',
    'importScripts',
    'navigator',
    'window',
    'self',
    'globalThis',
    'global',
    'eval',
    'Function',
    'localStorage',
    'indexedDB',
].map((name) => ({
    name,
    message: 'The room language/ knows no machine: whoever hosts it brings this. See docs/architecture.md.',
}));

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
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        { group, message: why(room) },
                        { regex: BARE_ROOM, message: why(room) },
                        ...(room === 'language' ? [{ regex: IMPURE, message: why(room) }] : []),
                    ],
                },
            ],
        },
    })),
    { files: ['language/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...MACHINE] } },
    {
        files: ['language/**/*.ts', 'server/**/*.ts', 'client/**/*.ts'],
        rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_DYNAMIC_IMPORT] },
    },
);
