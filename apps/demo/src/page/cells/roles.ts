import type { ChannelRole } from '../../cells-protocol.ts';

/** Gives a channel a role; who had it loses it, and "only this one" leaves nothing to the others, as they leave it nothing. */
export function withRole(
  roles: readonly ChannelRole[],
  index: number,
  role: ChannelRole,
): readonly ChannelRole[] {
  return roles.map((had, i) => {
    if (i === index) return role;
    if (role === 'only') return null;
    return had === role || (role !== null && had === 'only') ? null : had;
  });
}

/** What the network will be shown by such roles, in words. */
export function reading(roles: readonly ChannelRole[]): { readonly usable: boolean; readonly text: string } {
  const has = (role: ChannelRole) => roles.includes(role);
  if (has('nucleus') && has('cytoplasm'))
    return {
      usable: true,
      text: `The network sees the brighter of nucleus and cytoplasm${has('dic') ? ' (one of your own: all three in colours)' : ''}; nuclei tell touching cells apart.`,
    };
  const used = (['only', 'nucleus', 'cytoplasm', 'dic'] as const).find(has);
  if (used === undefined) return { usable: false, text: 'Choose at least one channel.' };
  const text = 'The network sees one channel; the shape of the outline tells touching cells apart.';
  return {
    usable: true,
    text: used === 'dic' ? `${text} It was not trained on DIC: expect little.` : text,
  };
}
