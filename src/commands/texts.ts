import * as operator from '#lib/operator/operator.server.ts';
import { openPlaces } from '#lib/operator/statement.ts';
import { PLACES } from '#lib/texts/de/pages/places.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run texts -- --open

Lists every place on the fixed pages that nobody has filled in yet, as PAGE, a tab, and what is missing. They are filled
in at /werkstatt/angaben; until then only the team sees that they are missing.
Exit code: 0 nothing is open, 1 something is.`;

await run<null>({
	usage,
	evenWhenClosed: true,
	read(args) {
		const { values } = options({ args, options: { open: { type: 'boolean' } } });
		if (!values.open) throw new Wrong('Say --open.');
		return null;
	},
	async work(ctx) {
		const open = openPlaces(await operator.statements(ctx));
		for (const { page, places } of open) {
			for (const name of places) console.log(`/${page}\t${PLACES[name].what}`);
		}
		return open.length > 0 ? 1 : 0;
	}
});
