// What a phone of 2019 runs (Chrome 80, Safari 12.1), and how the scripts are written. Types are TypeScript's work.

const NEWER = {
  "ChainExpression": "?. needs Safari 13.1; write the condition",
  "LogicalExpression[operator='??']": "?? needs Safari 13.1; write ||",
  "AssignmentExpression[operator=/^(\\|\\||&&|\\?\\?)=$/]": "needs Chrome 85",
  "Literal[value=/:(is|has|where)\\(/]": "needs Chrome 88; write each selector out",
  "MemberExpression[property.name=/^(replaceChildren|replaceAll|matchAll|at|allSettled|findLast)$/]":
    "needs a newer browser than the portal asks for",
  "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|write)$/]":
    "texts never become elements in a script",
};
const selectors = Object.entries(NEWER).map(([selector, message]) => ({ selector, message }));

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2019, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "complexity": ["error", 10],
      "consistent-return": "off",
      "eqeqeq": "error",
      "max-depth": ["error", 4],
      "max-lines-per-function": ["error", 29],
      "no-alert": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-promise-executor-return": "off",
      "no-restricted-syntax": ["error", ...selectors],
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
];
