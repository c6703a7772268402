import type { Signal } from '@preact/signals';
import { fitted } from '../../drawing/geometry.ts';
import { fit, invert, usePreset } from './commands.ts';
import type { Linked, Tool } from './linked.ts';
import { zoomMiddle } from './stage-keys.ts';

const tools: readonly (readonly [tool: Tool, name: string, key: string])[] = [
  ['move', 'Move', 'M'],
  ['window', 'Window', 'W'],
  ['probe', 'Probe', 'P'],
];

function ToolChoice({ tool }: { readonly tool: Signal<Tool> }) {
  return (
    <fieldset class="segmented">
      <legend>Drag</legend>
      {tools.map(([value, name, key]) => (
        <label key={value} title={`Key ${key}`}>
          <input
            type="radio"
            name="tool"
            data-testid={`tool-${value}`}
            checked={tool.value === value}
            onChange={() => {
              tool.value = value;
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Zoom({ linked }: { readonly linked: Linked }) {
  const { view } = linked;
  const by = (factor: number) => zoomMiddle(linked, factor);
  return (
    <div class="zoom">
      <button type="button" aria-label="Zoom out" onClick={() => by(0.8)}>
        −
      </button>
      <output data-testid="zoom">{Math.round(100 * view.value.zoom)} %</output>
      <button type="button" aria-label="Zoom in" onClick={() => by(1.25)}>
        +
      </button>
      <button type="button" disabled={view.value === fitted} onClick={() => fit(linked)}>
        Fit
      </button>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly id: string;
  readonly set: (value: number) => void;
}

/** A number to type, taken when it is finished. */
export function NumberField({ label, value, id, set }: NumberFieldProps) {
  return (
    <label class="number-field">
      <span>{label}</span>
      <input
        type="number"
        step="any"
        data-testid={id}
        value={Number(value.toPrecision(5))}
        onChange={({ currentTarget }) => {
          const next = Number(currentTarget.value);
          if (currentTarget.value !== '' && Number.isFinite(next)) set(next);
        }}
      />
    </label>
  );
}

/** Name of the preset that is in use, if one is. */
function presetInUse({ presets, window }: Linked): number {
  const { centre, width } = window.value;
  return presets.findIndex((preset) => preset.centre === centre && preset.width === width);
}

function WindowFields({ linked, unit }: { readonly linked: Linked; readonly unit: string }) {
  const { window, presets } = linked;
  const { centre, width } = window.value;
  const inUse = presetInUse(linked);
  return (
    <div class="window-fields">
      <label class="number-field">
        <span>Window</span>
        <select
          data-testid="window-preset"
          value={String(inUse)}
          onChange={({ currentTarget }) => usePreset(linked, Number(currentTarget.value))}
        >
          {inUse < 0 && <option value="-1">own</option>}
          {presets.map(({ name }, i) => (
            <option key={name} value={String(i)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label="Centre"
        id="window-centre"
        value={centre}
        set={(next) => {
          window.value = { ...window.value, centre: next };
        }}
      />
      <NumberField
        label={unit === '' ? 'Width' : `Width, ${unit}`}
        id="window-width"
        value={width}
        set={(next) => {
          if (next > 0) window.value = { ...window.value, width: next };
        }}
      />
    </div>
  );
}

/** Tools, zoom, window and the look of pixels for linked stages. */
export function StageBar({ linked, unit = '' }: { readonly linked: Linked; readonly unit?: string }) {
  const { smooth, window } = linked;
  return (
    <div class="stage-bar" role="toolbar" aria-label="Picture tools">
      <ToolChoice tool={linked.tool} />
      <Zoom linked={linked} />
      <WindowFields linked={linked} unit={unit} />
      <div class="switches">
        <label class="check-field">
          <input type="checkbox" checked={window.value.inverted} onChange={() => invert(linked)} />
          Invert
        </label>
        <label class="check-field">
          <input
            type="checkbox"
            checked={smooth.value}
            onChange={() => {
              smooth.value = !smooth.value;
            }}
          />
          Smooth
        </label>
      </div>
    </div>
  );
}
