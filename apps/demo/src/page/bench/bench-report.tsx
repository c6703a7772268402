import {
  type BenchReport,
  type BenchRow,
  markdown,
  peaksText,
  plot,
  type ReportTable,
  reportTables,
} from '@roentgen/bench';
import { download } from '../download.ts';

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A table of a report, as the command line prints it. */
function Table({ table: { title, columns, rows } }: { readonly table: ReportTable }) {
  const classOf = (column: number) => (columns[column].align === 'right' ? 'number' : undefined);
  return (
    <section class="block">
      <h3>{capital(title)}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section class="table-box bench-table" aria-label={title} tabIndex={0}>
        <table class="features" data-testid={`table-${title.replaceAll(' ', '-')}`}>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" class={classOf(i)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, i) => (
                  <td key={i} class={classOf(i)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What has come in so far. */
export function PartialRows({ rows }: { readonly rows: readonly BenchRow[] }) {
  return (
    <article class="result" aria-label="So far">
      {reportTables({ adapter: '', date: '', commit: null, rows }).map((table) => (
        <Table key={table.title} table={table} />
      ))}
    </article>
  );
}

/** A report, and ways to take it away. */
export function ReportView({ report }: { readonly report: BenchReport }) {
  const { adapter, date, commit, peaks, suite } = report;
  const name = `bench-${suite}-${date.slice(0, 19).replaceAll(':', '')}`;
  const save = (text: string, type: string, ending: string) =>
    download(new Blob([text], { type }), `${name}.${ending}`);
  return (
    <article class="result" aria-label="Report" data-testid="report">
      <div class="result-head">
        <h2>{adapter}</h2>
        <span class="dim">
          {date.slice(0, 16).replace('T', ' ')} UTC{commit === null ? '' : `, commit ${commit.slice(0, 8)}`}
        </span>
      </div>
      <p class="dim">{capital(peaksText(peaks))}</p>
      {reportTables(report).map((table) => (
        <Table key={table.title} table={table} />
      ))}
      <section class="block">
        <h3>Save</h3>
        <div class="buttons">
          <button
            type="button"
            class="primary"
            data-testid="save-bench-json"
            onClick={() => save(`${JSON.stringify(report, null, 2)}\n`, 'application/json', 'json')}
          >
            JSON
          </button>
          <button type="button" onClick={() => save(markdown(report), 'text/markdown', 'md')}>
            Markdown
          </button>
          <button type="button" onClick={() => save(plot(report), 'image/svg+xml', 'svg')}>
            Plot (SVG)
          </button>
        </div>
      </section>
    </article>
  );
}
