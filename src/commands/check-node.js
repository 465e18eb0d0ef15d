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
