import { RoentgenError } from '@roentgen/kernels';
import { type FieldGroup, groupFields, guessStains, type StainRole } from '@roentgen/models';
import type { FieldFiles } from './cells.ts';

/** What the names call the channels of several fields, as the user says it. */
export type ChannelNames = Partial<Readonly<Record<StainRole, string>>>;

/** One field of several: its name, and its files by what they show; or why they cannot be told. */
export interface PlannedField {
  readonly name: string;
  readonly files: FieldFiles | RoentgenError;
}

/** Which channel is used as what: by the user's word, else by what the names suggest. */
function rolesOf(channels: readonly string[], named: ChannelNames): ChannelNames {
  if (Object.keys(named).length > 0) return named;
  const { nucleus, cytoplasm, dic } = guessStains(channels);
  return {
    ...(nucleus !== null && { nucleus: channels[nucleus] }),
    ...(cytoplasm !== null && { cytoplasm: channels[cytoplasm] }),
    ...(dic !== null && { dic: channels[dic] }),
  };
}

function filesOf(
  group: FieldGroup,
  paths: readonly string[],
  roles: ChannelNames,
): FieldFiles | RoentgenError {
  const [only] = group.members;
  if (group.members.length === 1 && only.channel === '') return { image: paths[only.index] };
  const at = (role: StainRole) => {
    const member = group.members.find(({ channel }) => channel === roles[role]?.toLowerCase());
    return member && paths[member.index];
  };
  const [nucleus, cytoplasm, dic] = [at('nucleus'), at('cytoplasm'), at('dic')];
  if (nucleus !== undefined && cytoplasm !== undefined)
    return { nucleus, cytoplasm, ...(dic === undefined ? {} : { dic }) };
  const has = group.members.map(({ channel }) => channel).join(', ');
  const wants = [roles.nucleus ?? 'nuclei', roles.cytoplasm ?? 'cytoplasm'].join(' and ');
  return new RoentgenError('value', `field ${group.name}: its channels are ${has}, and ${wants} are wanted`, {
    hint: 'say what the names call the channels: --nucleus w1 --cytoplasm w2',
  });
}

/**
 * Files as fields, by their names; `named` says which channel is what where the names do not. A field that lacks a
 * channel is planned with its error, so that the others can go on.
 */
export function planFields(paths: readonly string[], named: ChannelNames): PlannedField[] {
  const groups = groupFields(paths);
  const channels = [...new Set(groups.flatMap(({ members }) => members.map(({ channel }) => channel)))];
  const roles = rolesOf(channels, named);
  return groups.map((group) => ({ name: group.name, files: filesOf(group, paths, roles) }));
}
