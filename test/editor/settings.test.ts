// Settings and agentwright.json act at once, without a reload.
import { at, becomes, finding, findings, onDisk, open, tidily, until, withSetting, write } from './support';

const developer = '.claude/agents/core/developer.md';
const codes = (): string[] => findings(at(developer)).map(line => line.replace(/^\d+ /, ''));

suite('settings', () => {
  tidily();

  test('turn a rule off, and on again', async () => {
    await open(developer);
    await finding(at(developer), 'unknown-tool');
    await withSetting('rules', { 'unknown-tool': 'off' }, async () => {
      await until('no unknown-tool is left', () => !codes().includes('warning unknown-tool'));
      await finding(at(developer), 'unknown-field');
    });
    await finding(at(developer), 'unknown-tool');
  });

  test('make a finding an error', async () => {
    await open(developer);
    await withSetting('rules', { 'unknown-field': 'error' }, async () => {
      await until('it is an error', () => codes().includes('error unknown-field'));
    });
    await until('it is a warning again', () => codes().includes('warning unknown-field'));
  });

  test('act on files that nobody has opened', async () => {
    await finding(at(developer), 'unknown-tool');
    await withSetting('rules', { 'unknown-tool': 'off' }, () =>
      until('no unknown-tool is left', () => !codes().includes('warning unknown-tool')),
    );
    await finding(at(developer), 'unknown-tool');
  });

  test('agentwright.json names a tool of the repository', async () => {
    await open(developer);
    await finding(at(developer), 'unknown-tool', 'Grpe');
    write('agentwright.json', onDisk('agentwright.json').replace('"QueryWarehouse"', '"QueryWarehouse", "Grpe"'));
    await becomes(['13 warning unknown-tool'], () =>
      findings(at(developer)).filter(line => line.endsWith('unknown-tool')),
    );
  });
});
