/** `npm run bench`: each figure beside that of a peer in the same run. Nothing is asserted. */
import { run } from 'mitata';
import { benchCompile } from './compile.bench.js';
import { benchCourse, benchOneMore, benchScenarios } from './course.bench.js';
import { benchDocuments } from './documents.bench.js';
import { benchEngine } from './engine.bench.js';

benchEngine();
benchCourse();
benchDocuments();
benchCompile();
await benchOneMore();
await benchScenarios();
await run();
// As it is served: what renders pages is another build of React otherwise, which takes twice as long.
process.env.NODE_ENV ??= 'production';
const { benchPages } = await import('./pages.bench.js');
const { benchRegister } = await import('./register.bench.js');
await benchPages();
await benchRegister();
