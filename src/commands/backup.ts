import { backUp } from '#lib/server/backup/backup.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run backup -- FOLDER

Writes everything the database holds into a new folder, while the server goes on: the state of one moment, with a
digest of every file. Works with SQLite and PostgreSQL.

The secret is not in it (TEILHABE_SECRET, or the file "secret" beside the database): keep it in another place. Without
it nobody can put the backup back. The keys of ballots are not in it either, and must not be kept anywhere else.`;

await run<string>({
	usage,
	evenWhenClosed: true,
	read(args) {
		const { positionals } = options({ args, options: {}, allowPositionals: true });
		const [folder, ...more] = positionals;
		if (folder === undefined || more.length > 0) throw new Wrong('Say one folder.');
		return folder;
	},
	async work({ app, now }, folder) {
		const { files, migrations } = await backUp(app, folder, now);
		const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1_000_000;
		console.log(`${folder}: ${files.length} files, ${megabytes.toFixed(1)} MB, schema ${migrations.at(-1)}.`);
		console.log('The secret is not in it. Keep it in another place.');
		return 0;
	}
});
