import { dirname, join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { restore, tryRestore } from '#lib/server/backup/restore.ts';
import { deriveKeys, knownSecret } from '#lib/server/secret.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, runAlone, Wrong } from './run.ts';

const usage = `npm run restore -- FOLDER
npm run restore -- FOLDER --dry-run

Puts a backup back into the empty place that DATABASE_URL names. Before, it tries the digest of every file, whether
this program knows the schema, and whether the secret is the one of that installation.

--dry-run  tries all that and changes nothing.`;

interface Asked {
	folder: string;
	dry: boolean;
}

await runAlone<Asked>({
	usage,
	read(args) {
		const { values, positionals } = options({
			args,
			options: { 'dry-run': { type: 'boolean', default: false } },
			allowPositionals: true
		});
		const [folder, ...more] = positionals;
		if (folder === undefined || more.length > 0) throw new Wrong('Say one folder.');
		return { folder, dry: values['dry-run'] };
	},
	async work({ folder, dry }) {
		const config = readConfig(process.env);
		const place = config.database.kind === 'sqlite' ? dirname(config.database.file) : 'var';
		const secret = knownSecret(config.secret, join(place, 'secret'));
		if (secret === null) {
			throw new OperatorError(
				'There is no secret here. Put the one of this backup back first: TEILHABE_SECRET, or the file "secret".'
			);
		}
		const target = { config, keys: deriveKeys(secret), migrations: 'migrations' };
		const manifest = dry ? await tryRestore(folder, target) : await restore(folder, target);
		const what = `the backup of ${manifest.madeAt}, schema ${manifest.migrations.at(-1)}`;
		console.log(dry ? `Nothing is wrong with ${what}: it can be put back here.` : `Put back: ${what}.`);
		if (!dry) console.log('Next: npm start (later migrations run then), and npm run verify.');
		return 0;
	}
});
