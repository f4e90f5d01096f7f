// Lines of real files that people looked at: what is wrong there is said, and what is right there is left alone.
import { strict as assert } from 'node:assert';
import { needsCollection, type Label } from '../support/collection';
import { checkedLabels, notYet, type Checked } from './labels';

const place = ({ repo, path, line, kind }: Label): string => `${kind} ${repo}/${path}:${line}`;

suite('labels', () => {
  let all: readonly Checked[] = [];

  suiteSetup(async function () {
    needsCollection(this);
    all = await checkedLabels();
  });

  const wanted = (): Checked[] => all.filter(({ label }) => label.expect === 'finding');

  test('what is wrong is said', () => {
    const missed = wanted().filter(({ label, found }) => !notYet.has(label.kind) && !found);
    assert.deepEqual(missed.map(({ label }) => place(label)), []); // prettier-ignore
  });

  test('what is right is left alone', () => {
    const over = all.flatMap(each =>
      each.over.map(({ rule, severity }) => `${severity} ${rule} at ${place(each.label)}`),
    );
    assert.deepEqual(over, []);
  });

  test('a kind that is found as a whole is no longer excused', () => {
    const whole = [...notYet.keys()].filter(kind =>
      wanted()
        .filter(({ label }) => label.kind === kind)
        .every(({ found }) => found),
    );
    assert.deepEqual(whole, []);
  });
});
