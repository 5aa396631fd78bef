import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** A rule may be switched off where that is right, but the next reader must learn why: `-- reason` after the rule's name. */
const reasonBesideDisable = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'Say why the rule is switched off: `-- reason` after its name.' });
        }
      }
    },
  }),
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name, so that one thing is called the same everywhere.',
};
const noHookOfModule = {
  selector: 'Program > ExpressionStatement > CallExpression[callee.name=/^(before|after)(All|Each)$/]',
  message: 'Register hooks in a function that each test file calls.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals; an enum is code that types cannot erase.' };
/** What a child process is given as its `env` is not configuration. */
const noEnvironment = {
  selector:
    'MemberExpression[object.name="process"][property.name="env"]:not(Property[key.name="env"] *, SpreadElement > *)',
  message: 'Read and validate configuration in environment.ts and pass it on.',
};

const nodeGlobals = Object.fromEntries(
  ['AbortController', 'AbortSignal', 'Buffer', 'URL', 'URLSearchParams', 'clearInterval', 'clearTimeout', 'console', 'fetch', 'process', 'setInterval', 'setTimeout'].map(
    (name) => [name, 'readonly'],
  ),
);

export default tseslint.config(
  { ignores: ['**/dist/', '**/generated/', '**/node_modules/', '**/coverage/', '.hub/', 'scripts/src/checks/dependency-fixture/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { hub: { rules: { 'reason-beside-disable': reasonBesideDisable } } },
    languageOptions: { globals: nodeGlobals },
    rules: {
      'hub/reason-beside-disable': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-unused-vars': ['error', { caughtErrors: 'none', ignoreRestSiblings: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:process', message: 'Use the global `process`; its environment is read in environment.ts.' }] }],
      'no-restricted-properties': ['error', { object: 'AbortSignal', property: 'any', message: 'Node 20 keeps what it makes with a signal that lives on; use withEither of the kernel.' }],
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, noEnvironment],
    },
  },
  {
    // Pages run in a browser.
    files: ['gateway/console/**/*.ts', 'gateway/console/**/*.tsx'],
    languageOptions: {
      globals: { document: 'readonly', navigator: 'readonly', window: 'readonly' },
      parserOptions: { project: './gateway/console/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    // Where the environment is read, and what runs before or beside the services.
    files: ['**/environment.ts', '**/*-environment.ts', '**/global-setup.ts', '**/*.test.ts', '**/test/**/*.ts', '**/testing/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum] },
  },
  {
    // Loaded once for several test files, a module would register its hooks for the first alone.
    files: ['{schema,subgraphs}/**/{test,testing}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum, noHookOfModule] },
  },
  { files: ['*.config.{js,ts}', '**/*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/global-setup.ts'], rules: { 'no-restricted-syntax': ['error', noEnum] } },
  { files: ['*.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } } },
);
