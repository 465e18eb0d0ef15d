import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Plain JavaScript for any Node: the databases' driver crashes below 22, so say it before anything loads.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
	console.error(
		'teilhabe needs Node 22 or newer, this is ' +
			process.versions.node +
			'. ' +
			'Start it with "npm run …" after "npm ci": the package brings its own Node.'
	);
	process.exit(1);
}

// `check-node.js COMMAND …` goes on as that command in the same process. With `check-node.js && node COMMAND` npm would
// pass SIGTERM on to the shell alone, and a server would live on with nobody knowing.
const [, , command] = process.argv;
if (command) {
	process.argv.splice(1, 1);
	await import(pathToFileURL(resolve(command)).href);
}
