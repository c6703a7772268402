import { type PassName, passNames } from '@roentgen/runtime';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Action, CommonOptions } from './context.ts';

/** Takes a command that was understood and runs it. */
export type Runner = (options: CommonOptions, action: Action) => Promise<void>;

/** Adds one command to the program. */
export type Registration = (parent: Command, perform: Runner) => void;

const adapters = ['auto', 'hardware', 'lavapipe', 'swiftshader'];

/** A command with the options that all have; `json` is false where --json means something else. */
export function command(parent: Command, usage: string, about: string, json = true): Command {
  const made = parent.command(usage).description(about).helpOption('-h, --help', 'print this help');
  if (json) made.option('--json', 'print the answer as JSON');
  return made
    .option('--quiet', 'no progress on stderr')
    .addOption(new Option('--adapter <name>', 'the GPU to take').choices(adapters));
}

/** Parses a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It has to be a whole number of at least ${least}.`);
    }
    return value;
  };
}

/** Parses whole numbers of at least `least` with commas between them. */
export function wholeNumbers(least: number): (text: string) => readonly number[] {
  return (text) => text.split(',').map(wholeNumber(least));
}

/** NAME=VALUE, repeated: each name once. `parse` turns a value into what it stands for. */
export function named<T>(
  parse: (text: string) => T,
): (text: string, before?: Map<string, T>) => Map<string, T> {
  return (text, before = new Map()) => {
    // A name may hold '=' no more than a path may lack it: the first one separates.
    const at = text.indexOf('=');
    if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('It has the form NAME=VALUE.');
    const name = text.slice(0, at);
    if (before.has(name)) throw new InvalidArgumentError(`'${name}' is given twice.`);
    return new Map(before).set(name, parse(text.slice(at + 1)));
  };
}

/** `--without NAME`, as often as wanted: the passes over the graph that are left out. */
export function withoutOption(): Option {
  return new Option('--without <PASS>', 'leave out a pass over the graph; may be repeated').argParser(
    (text: string, before: readonly PassName[] = []) => {
      const name = passNames.find((each) => each === text);
      if (name === undefined) throw new InvalidArgumentError(`The passes are ${passNames.join(', ')}.`);
      return [...before, name];
    },
  );
}

/** '1,3,224,224' or '1x3x224x224'. */
export function shape(text: string): readonly number[] {
  const parts = text.split(/[,x]/);
  if (parts.some((part) => !/^\d+$/.test(part))) {
    throw new InvalidArgumentError('A shape is whole numbers with commas between them: 1,3,224,224.');
  }
  return parts.map(Number);
}
