/** The volume as stages: beside one another, under a divider, as a difference, flipped, and in three planes. */
import { useEffect, useMemo } from 'preact/hooks';
import type { Content, MeasuredVolume, PlaneName, SliceSheet } from '../../drawing/scene.ts';
import { hang } from '../../drawing/slices.ts';
import type { VolumeResult } from '../../protocol.ts';
import type { Store } from '../store.ts';
import { Stage, type StageProps } from '../viewer/stage.tsx';
import { beyondOn, worstOn } from './beyond.ts';
import { crossAt, indexAt, ownView, type Reader, sameZoom, sheetAt, toSlice, toSpot } from './place.ts';

export interface StagesProps {
  readonly store: Store;
  readonly result: VolumeResult;
  readonly reader: Reader;
}

/** A volume that can be shown, and what has to be said about it in the picture. */
interface Named {
  readonly id: 'given' | 'baseline' | 'network';
  readonly volume: MeasuredVolume;
  readonly name: string;
  readonly detail: string;
}

const synthetic = 'synthetic detail';

function volumesOf({ input, baseline, baselineName, network, scale }: VolumeResult) {
  return {
    given: { id: 'given', volume: input, name: 'As given', detail: spacingText(input) },
    baseline: { id: 'baseline', volume: baseline, name: baselineName, detail: `interpolated ${scale}×` },
    network: { id: 'network', volume: network, name: 'Network', detail: synthetic },
  } as const satisfies Record<string, Named>;
}

export const spacingText = ({ spacing }: MeasuredVolume) =>
  `${spacing.map((step) => step.toFixed(2)).join(' × ')} mm`;

/** Steps through the slices of the network's volume. */
export function step({ network }: VolumeResult, { plane, along }: Reader, by: number): void {
  const index = indexAt(network, plane.value, along.value);
  along.value = toSlice(network, plane.value, along.value, index + by);
}

/** The slice of one volume with its letters and its name in the corner. */
function contentOf(named: Named, sheet: SliceSheet): Content {
  const { edges } = hang(named.volume, sheet.plane);
  return {
    shows: `${named.id} ${sheet.plane} ${sheet.index + 1}`,
    sheet,
    marks: { edges, note: named.id === 'network' ? `${named.name} · ${named.detail}` : named.name },
    ...(named.id === 'given' ? { crisp: true } : {}),
  };
}

/** What every stage of the volume view has. */
function common({ store, result, reader }: StagesProps): Omit<StageProps, 'content' | 'name'> {
  return {
    drawing: store.drawing,
    linked: reader.linked,
    unit: result.reading.unit,
    onSlice: (by) => step(result, reader, by),
    onProbe: (spot) => {
      if (reader.mode.value === 'planes')
        reader.along.value = toSpot(result.network, spot, reader.along.value);
    },
  };
}

interface PaneProps extends StagesProps {
  readonly named: Named;
  readonly testid: string;
  readonly ratio?: number;
}

/** One volume at the reader's place. */
function Pane({ named, testid, ratio, ...props }: PaneProps) {
  const { plane, along } = props.reader;
  const sheet = sheetAt(named.volume, plane.value, along.value);
  const content = useMemo(() => contentOf(named, sheet), [named.id, named.volume, sheet.plane, sheet.index]);
  return (
    <Stage
      {...common(props)}
      content={content}
      name={`${named.name}, ${plane.value} slice ${sheet.index + 1}`}
      caption={
        <>
          <b>{named.name}</b> {named.detail}
        </>
      }
      testid={testid}
      {...(ratio === undefined ? {} : { ratio })}
    />
  );
}

/** As given, interpolated and the network's, at the same place of the patient. */
function Beside(props: StagesProps) {
  const { given, baseline, network } = volumesOf(props.result);
  return (
    <div class="panes">
      <Pane {...props} named={given} testid="pane-given" />
      <Pane {...props} named={baseline} testid="pane-baseline" />
      <Pane {...props} named={props.reader.held.value ? baseline : network} testid="pane-network" />
    </div>
  );
}

/** The network's volume alone and large, the interpolation while it is held. */
function Flip(props: StagesProps) {
  const { baseline, network } = volumesOf(props.result);
  return <Pane {...props} named={props.reader.held.value ? baseline : network} testid="pane-flip" />;
}

/** The interpolation, or the volume as given, at the left of a divider and the network's at the right. */
function Swipe(props: StagesProps) {
  const { result, reader } = props;
  const { given, baseline, network } = volumesOf(result);
  const left = reader.given.value ? given : baseline;
  const right = reader.held.value ? left : network;
  const [plane, along, at] = [reader.plane.value, reader.along.value, reader.divider.value];
  const content = useMemo((): Content => {
    const sheet = sheetAt(left.volume, plane, along);
    const other = sheetAt(right.volume, plane, along);
    return {
      shows: `swipe ${at.toFixed(2)} ${left.id} ${right.id} ${plane} ${other.index + 1}`,
      sheet,
      compare: { kind: 'swipe', other, at, names: [left.name, `${right.name} · ${right.detail}`] },
      marks: { edges: hang(right.volume, plane).edges },
    };
  }, [result, left.id, right.id, plane, along, at]);
  return (
    <Stage
      {...common(props)}
      content={content}
      name={`${left.name} at the left of the divider, ${right.name} at its right; comma and full stop move it`}
      caption={
        <>
          <b>{left.name}</b> at the left, <b>{right.name}</b> ({right.detail}) at the right. Drag the divider.
        </>
      }
      testid="pane-swipe"
      onSwipe={(next) => {
        reader.divider.value = next;
      }}
      onSwipeBy={(share) => {
        reader.divider.value = Math.min(1, Math.max(0, reader.divider.value + share));
      }}
    />
  );
}

/** The network's values less the interpolated ones. */
function Difference(props: StagesProps) {
  const { result, reader } = props;
  const { baseline, network } = volumesOf(result);
  const [plane, along, range] = [reader.plane.value, reader.along.value, reader.range.value];
  const ringsOn = reader.rings.value;
  const zoom = 2 ** Math.floor(Math.log2(reader.linked.view.value.zoom));
  const content = useMemo((): Content => {
    const sheet = sheetAt(network.volume, plane, along);
    const other = sheetAt(baseline.volume, plane, along);
    const found = beyondOn(result.overshoot.places, network.volume, plane, sheet.index, zoom);
    const rings = ringsOn ? found.rings : [];
    const ringed = rings.length === 0 ? '' : ` ${rings.length} rings`;
    return {
      shows: `difference ${range} ${plane} ${sheet.index + 1}${ringed}`,
      sheet,
      compare: { kind: 'difference', other, range },
      marks: {
        edges: hang(network.volume, plane).edges,
        note: `Network − ${baseline.name}`,
        target: ringsOn ? worstOn(result, plane, sheet.index) : null,
        rings,
      },
    };
  }, [result, plane, along, range, zoom, ringsOn]);
  return (
    <Stage
      {...common(props)}
      content={content}
      name={`What the network has more or less than ${baseline.name}, ${plane} slice`}
      caption={
        <>
          <b>Network − {baseline.name}</b>: what the network put in or took away.
        </>
      }
      testid="pane-difference"
    />
  );
}

/** One plane of three, with the crosshair of the place. */
function PlanePane({
  plane,
  ratio,
  ...props
}: StagesProps & { readonly plane: PlaneName; readonly ratio: number }) {
  const { result, reader } = props;
  const { baseline, network } = volumesOf(result);
  const named = reader.held.value ? baseline : network;
  const linked = useMemo(() => ownView(reader.linked), [reader]);
  useEffect(() => sameZoom(reader.linked.view, linked.view), [reader, linked]);
  const along = reader.along.value;
  const content = useMemo((): Content => {
    const plain = contentOf(named, sheetAt(named.volume, plane, along));
    return { ...plain, marks: { ...plain.marks, cross: crossAt(named.volume, plane, along) } };
  }, [named.id, named.volume, plane, along]);
  const chosen = reader.plane.value === plane;
  return (
    <Stage
      {...common(props)}
      linked={linked}
      content={content}
      ratio={ratio}
      name={`${named.name}, ${plane}`}
      caption={
        <>
          <b>{plane[0].toUpperCase() + plane.slice(1)}</b>
          {chosen ? ', stepped through by the slider' : ''}
        </>
      }
      testid={`pane-${plane}`}
      onPick={(spot) => {
        reader.plane.value = plane;
        reader.along.value = toSpot(result.network, spot, along);
      }}
      onSlice={(by) => {
        reader.plane.value = plane;
        step(result, reader, by);
      }}
    />
  );
}

/** The three planes through one place. */
function Planes(props: StagesProps) {
  return (
    <div class="panes">
      <PlanePane {...props} plane="axial" ratio={1} />
      <PlanePane {...props} plane="coronal" ratio={1} />
      <PlanePane {...props} plane="sagittal" ratio={1} />
    </div>
  );
}

/** What the chosen mode shows. */
export function Stages(props: StagesProps) {
  const { mode } = props.reader;
  if (mode.value === 'swipe') return <Swipe {...props} />;
  if (mode.value === 'difference') return <Difference {...props} />;
  if (mode.value === 'flip') return <Flip {...props} />;
  if (mode.value === 'planes') return <Planes {...props} />;
  return <Beside {...props} />;
}
