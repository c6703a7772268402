import { download, isSoftware, openDevice, readModel } from '@roentgen/runtime';
import { contest } from '../../contest/contest.ts';
import { agreement } from '../../contest/outputs.ts';
import { benchModel } from '../../models/model.ts';
import { roentgen } from '../../models/roentgen.ts';
import { measurePeaks } from '../../peaks/peaks.ts';
import { onnxruntimeWeb } from '../../peers/onnxruntime-web.ts';
import { tfjsWebgpu } from '../../peers/tfjs.ts';
import { pageAdapter } from '../../report/adapter.ts';
import {
  type PageAdapter,
  type PageAnswer,
  type PageProgress,
  type PageRequest,
  pageFunctions,
  progressFunction,
} from '../protocol.ts';

/** Times one model against the peers that are asked for. */
async function bench(request: PageRequest): Promise<PageAnswer> {
  const { file, sizes, dtype, without, rounds, budget } = request;
  const bytes = await download(request.url);
  const model = await benchModel({ file, bytes }, sizes);
  const { graph } = await readModel(bytes, { name: file });
  const { signal } = new AbortController();
  const peers = request.peers.map((peer) => {
    if (peer === 'tfjs-webgpu') return tfjsWebgpu(model, request.tfjs);
    return onnxruntimeWeb(model, graph, peer === 'onnxruntime-web-wasm' ? 'wasm' : 'webgpu', request.ort);
  });
  // Where a run takes seconds, four more to look into each dispatch would take longer than all else.
  const own = roentgen(model, navigator.gpu, { dtype, without, profiled: false, signal });
  const results = await contest([own, ...peers], {
    rounds,
    budget,
    agreement: agreement[dtype],
    signal,
    onStep: (peer, stage) => tell({ peer, stage }),
  });
  return { ...results, model: { name: model.name, inputs: model.inputs } };
}

/** Who works now; the host waits for the next word only so long. */
function tell(progress: PageProgress): void {
  const { [progressFunction]: listener } = globalThis as unknown as Record<string, typeof tell>;
  listener(progress);
}

/** The adapter that Chrome has, and its peaks; null where it has none, or where only hardware will do and this is none. */
async function adapter({ hardware }: { readonly hardware: boolean }): Promise<PageAdapter | null> {
  if ((await navigator.gpu.requestAdapter()) === null) return null;
  using device = await openDevice(navigator.gpu);
  if (hardware && isSoftware(device.info)) return null;
  return {
    name: pageAdapter(device),
    chrome: /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 'unknown',
    peaks: await measurePeaks(device, new AbortController().signal),
  };
}

// The other side of DevTools calls them by name.
Object.assign(globalThis, { [pageFunctions.adapter]: adapter, [pageFunctions.bench]: bench });
