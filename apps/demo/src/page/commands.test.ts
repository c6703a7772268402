import { describe, expect, it } from 'vitest';
import { type Command, createCommands, isKey, type KeyPress } from './commands.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const command = (id: string, keys: string[], more: Partial<Command> = {}): Command => ({
  id,
  keys,
  title: id,
  scope: 'Test',
  run: () => {},
  ...more,
});

describe('a key', () => {
  it('is a letter in either case, without Ctrl', () => {
    expect(isKey('o', press('o'))).toBe(true);
    expect(isKey('o', press('O'))).toBe(true); // Caps Lock
    expect(isKey('o', press('o', { ctrlKey: true }))).toBe(false);
    expect(isKey('o', press('O', { shiftKey: true }))).toBe(false);
  });

  it('is a sign however the layout makes it', () => {
    expect(isKey('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isKey('+', press('+'))).toBe(true);
    expect(isKey('+', press('+', { shiftKey: true }))).toBe(true);
  });

  it('has its modifiers, Ctrl or Command', () => {
    expect(isKey('Mod+k', press('k', { ctrlKey: true }))).toBe(true);
    expect(isKey('Mod+k', press('k', { metaKey: true }))).toBe(true);
    expect(isKey('Mod+k', press('k'))).toBe(false);
    expect(isKey('Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true }))).toBe(true);
    expect(isKey('ArrowLeft', press('ArrowLeft', { shiftKey: true }))).toBe(false);
    expect(isKey('Space', press(' '))).toBe(true);
  });
});

describe('the registry', () => {
  it('gives a key to what was registered last, and back when that goes', () => {
    const registry = createCommands();
    registry.add([command('page.arrow', ['ArrowLeft'])]);
    const remove = registry.add([command('view.arrow', ['ArrowLeft'])]);
    expect(registry.match(press('ArrowLeft'))?.id).toBe('view.arrow');
    remove();
    expect(registry.match(press('ArrowLeft'))?.id).toBe('page.arrow');
    expect(registry.list.value.map(({ id }) => id)).toEqual(['page.arrow']);
  });

  it('passes over what is off now', () => {
    const registry = createCommands();
    let on = false;
    registry.add([command('one', ['r']), command('two', ['r'], { enabled: () => on })]);
    expect(registry.match(press('r'))?.id).toBe('one');
    on = true;
    expect(registry.match(press('r'))?.id).toBe('two');
  });
});
