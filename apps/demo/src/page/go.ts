import type { SystemId } from '../protocol.ts';
import type { Command } from './commands.ts';

/** The part of the result that this finds. */
const part = (selector: string) => document.querySelector<HTMLElement>(`.result ${selector}`);

function go(id: string, key: string, title: string, selector: string): Command {
  const enabled = () => part(selector) !== null;
  return { id: `go.${id}`, keys: [key], title, scope: 'Result', run: () => part(selector)?.focus(), enabled };
}

/** The keys of the parts of a system's result: they take the focus there, past the stops of Tab before it. */
export function goCommands(system: SystemId): Command[] {
  const measures = '[data-testid=features] tbody button[tabindex="0"]';
  return [
    go('picture', 'Shift+P', 'Go to the picture', '.stage-box'),
    ...(system === 'cells' ? [go('measures', 'Shift+M', 'Go to the measures of the cells', measures)] : []),
    go('save', 'Shift+E', 'Go to what can be saved', '[data-testid=exports] button'),
  ];
}
