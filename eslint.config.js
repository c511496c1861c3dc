import tseslint from 'typescript-eslint';

/** The model is pure: nothing in it may reach for the machine, the network, the clock or unseeded chance. */
const impure = [
  'process',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'performance',
  'localStorage',
  'window',
  'document',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'packages/web/public/**',
      'test-output/**',
      'coverage/**',
      'packages/model/wasm/**',
      '**/*.generated.ts',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|todo)$/]',
          message: 'A focused or empty test hides the others.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  // The compiler says it: noUnusedLocals, noUnusedParameters.
  { files: ['**/*.ts', '**/*.tsx'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  {
    files: ['packages/model/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is seeded and passed in.' },
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*', '@thousand-cities/*'] }],
    },
  },
);
