/** `npm run bench`: each figure beside that of a peer in the same run. Nothing is asserted. */
import { run } from 'mitata';
import { benchCompile } from './compile.bench.js';
import { benchCourse, benchOneMore, benchScenarios } from './course.bench.js';
import { benchDocuments } from './documents.bench.js';
import { benchEngine } from './engine.bench.js';
import { benchPages } from './pages.bench.js';
import { benchRegister } from './register.bench.js';

benchEngine();
benchCourse();
benchDocuments();
benchCompile();
await benchOneMore();
await benchScenarios();
await run();
await benchPages();
await benchRegister();
