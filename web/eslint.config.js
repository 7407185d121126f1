import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const features = ['session', 'inbox', 'cases', 'acts', 'approvals', 'panels', 'evidence', 'documents', 'benchmark-tables', 'explorer', 'delegations', 'alarms', 'hand-over', 'calendar']

const forbid = (files, ...group) => ({
  files: [`${files}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: [...group, '../../*'], message: 'imports go app → features → shared → api' }] },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.ts'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'vue/multi-word-component-names': 'off',
      'no-undef': 'off',
      'max-lines': ['error', 300],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  { files: ['tests/**'], rules: { 'max-lines': 'off' } },
  forbid('src/api', '@/app/*', '@/features/*', '@/shared/*'),
  forbid('src/shared', '@/app/*', '@/features/*'),
  ...features.map((feature) =>
    forbid(
      `src/features/${feature}`,
      '@/app/*',
      ...features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`),
    ),
  ),
)
