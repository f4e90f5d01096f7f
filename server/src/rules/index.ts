// Every rule, once. A new rule is one new file and one line here.
import type { Rule } from './rule';

export const rules: readonly Rule[] = [];
