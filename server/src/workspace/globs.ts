// Globs as `agentwright.json` and the dialects write them.
import picomatch from 'picomatch';

/** Whether a path (with `/`, below the glob's folder) matches; `*` takes dot files too. */
export const matches = (glob: string, path: string): boolean => {
  try {
    return picomatch.isMatch(path, glob, { dot: true });
  } catch {
    return false; // A glob that cannot be read matches nothing; the rule for this file says so.
  }
};
