import type { Progress } from '../protocol.ts';

/** What a stop came in the middle of, and what is left of that. */
function during({ stage, what }: Progress): string {
  switch (stage) {
    case 'read':
      return 'while it was read';
    case 'decode':
      return 'while it was decoded';
    case 'download':
      return `while ${what ?? 'the weights'} came in, of which nothing is stored`;
    case 'check':
    case 'plan':
    case 'tune':
    case 'compile':
    case 'upload':
      return 'while the network was made ready';
    case 'run':
      return 'while the network ran';
    case 'finish':
      return `before this was computed: ${what ?? 'the result'}`;
    case 'save':
      return 'before the file was whole, and nothing was saved';
    case 'measure':
    case 'time':
      return 'while it was timed';
  }
}

/** What was stopped, where it was, and what the page goes on with. */
export const stoppedText = (title: string, progress: Progress, stays: string): string =>
  `${title}: stopped ${during(progress)}. ${stays}`;
