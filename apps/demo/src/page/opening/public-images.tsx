import type { SystemId } from '../../protocol.ts';

/** Where to get real images: the user follows the link, the page never does. */
interface Collection {
  readonly name: string;
  readonly address: string;
  readonly holds: string;
  readonly licence: string;
}

const collections: Readonly<Record<SystemId, readonly Collection[]>> = {
  radiograph: [
    {
      name: 'NIH ChestX-ray14',
      address: 'https://nihcc.app.box.com/v/ChestXray-NIHCC',
      holds: 'PNG',
      licence: 'free to use; acknowledge the NIH Clinical Center and cite Wang et al. 2017',
    },
  ],
  volume: [
    {
      name: 'niivue demo images',
      address: 'https://github.com/niivue/niivue-demo-images',
      holds: 'NIfTI',
      licence: 'by file, in its README; some for non-commercial use only',
    },
    {
      name: 'The Cancer Imaging Archive',
      address: 'https://www.cancerimagingarchive.net/',
      holds: 'DICOM series',
      licence: 'stated with each collection',
    },
    {
      name: 'OpenNeuro',
      address: 'https://openneuro.org/',
      holds: 'NIfTI',
      licence: 'stated with each data set, mostly CC0',
    },
  ],
  cells: [
    {
      name: 'BBBC038, 2018 Data Science Bowl',
      address: 'https://bbbc.broadinstitute.org/BBBC038',
      holds: 'PNG',
      licence: 'CC0',
    },
    {
      name: 'CellProfiler examples',
      address: 'https://cellprofiler.org/examples',
      holds: 'TIFF, several stains',
      licence: 'stated with each example',
    },
  ],
};

/** Links to public collections, folded away. */
export function PublicImages({ system }: { readonly system: SystemId }) {
  return (
    <details class="public" data-testid={`public-${system}`}>
      <summary>Where to get real images</summary>
      <ul>
        {collections[system].map(({ name, address, holds, licence }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
            <span>
              {holds}. Licence: {licence}.
            </span>
          </li>
        ))}
      </ul>
      <p>Each opens in a new tab; this page fetches nothing from there. Save a file, then drop it here.</p>
    </details>
  );
}
