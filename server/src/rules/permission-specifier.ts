// What a permission rule is for, in its brackets: paths of tools that are never asked, names of inputs, several commands.
import { judgeCommand, judgeDomain, severalCommands, type Complaint } from './permission-form';
import { ofPattern } from './permission-pattern';
import { say } from './rule';

/** The tools whose rules for paths are never consulted, and whose are. */
const pathRules: Readonly<Record<string, string>> = {
  Write: 'Edit',
  NotebookEdit: 'Edit',
  MultiEdit: 'Edit',
  Glob: 'Read',
};

/** The input of a tool that its rules are about anyway, and that nobody names in them. */
const ownInputs: Readonly<Record<string, RegExp>> = {
  Bash: /^command\s*[:=]\s*/,
  PowerShell: /^command\s*[:=]\s*/,
  Read: /^(?:file_path|path)\s*[:=]\s*/,
  Edit: /^(?:file_path|path)\s*[:=]\s*/,
  WebFetch: /^url\s*[:=]\s*/,
};

/** Folders that stand at the root of a disk, and seldom in a project. */
const ofDisk = /^\/(?=(?:etc|usr|home|Users|root|private|Volumes)(?:\/|$))/;

export function ofSpecifier(tool: string, specifier: string | undefined): Complaint | undefined {
  if (specifier === undefined) return undefined;
  const named = ownInputs[tool]?.exec(specifier)?.[0];
  if (named !== undefined) {
    return {
      message: say(
        'A rule of `{0}` applies to its `{1}` anyway, without naming it; Claude Code ignores this one.',
        tool,
        named.replace(/\W/g, ''),
      ),
      instead: [`${tool}(${specifier.slice(named.length)})`],
    };
  }
  if (/^(?:Read|Edit)$/.test(tool) && ofDisk.test(specifier)) {
    return {
      severity: 'information',
      message: say(
        'With one slash, a path counts from the folder of the settings; a path from the root of the disk begins with two.',
      ),
      instead: [`${tool}(/${specifier})`],
    };
  }
  if (/^(?:Read|Edit)$/.test(tool) && /^~\.?[A-Za-z]/.test(specifier)) {
    return {
      severity: 'information',
      message: say('The home folder is `~/`; without the slash this is a name that begins with `~`.'),
      instead: [`${tool}(~/${specifier.slice(1)})`],
    };
  }
  const asked = pathRules[tool];
  // `Write(*)` is another way to write `Write`.
  if (asked !== undefined && specifier !== '*') {
    return {
      message: say('Claude Code never consults `{0}(…)` for files, only `{1}(…)`, which covers it.', tool, asked),
      instead: [`${asked}(${specifier})`],
    };
  }
  if (tool === 'Bash' && specifier === ':*') {
    return { message: say('A command must stand before `:*`; Claude Code skips the rule.'), instead: ['Bash'] };
  }
  const several = tool === 'Bash' ? severalCommands(specifier) : undefined;
  if (several) return several;
  if (tool === 'Bash' && /\*.*:\*$/.test(specifier)) {
    return {
      message: say('Before `:*` a `*` is not a wildcard but a plain character, so hardly any command matches.'),
      instead: [`Bash(${specifier.slice(0, -2)})`],
    };
  }
  if (tool === 'Bash') return judgeCommand(tool, specifier);
  if (tool === 'PowerShell') return ofPattern(tool, specifier);
  return tool === 'WebFetch' ? judgeDomain(specifier) : undefined;
}
