// How the fields of the settings are written down, and what is said of many of them.
import type { Field } from '../../dialect';
import { field, type Written } from '../../shorthand';

/** A setting; the declarations of the SDK know them all. */
export const setting = (written: Omit<Written, 'sources'> & Partial<Field>): Field =>
  field({ sources: ['SDK330'], ...written });

export const managedOnly = 'Claude Code reads it from managed settings alone.';

export const forManaged = 'It is meant for managed settings, which an administrator sets.';

export const notInProjects = 'The settings of a project cannot set it; those of the user can.';
