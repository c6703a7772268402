import { weights } from 'virtual:weights';
import { render } from 'preact';
import { App } from './page/app.tsx';
import { createStore } from './page/store.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element #app.');
render(<App store={createStore(weights)} />, place);
