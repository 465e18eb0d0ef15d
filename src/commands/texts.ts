import { placesIn } from '#lib/texts/de/pages/page.ts';
import { pages } from '#lib/texts/de/pages/pages.ts';
import { options, Wrong } from './run.ts';
import { plainly } from './plainly.ts';

const usage = `npm run texts -- --open

Lists every place on the fixed pages that the operator must still fill in, as PAGE, a tab, and what is missing.
Exit code: 0 nothing is open, 1 something is.`;

function openPlaces(): { page: string; what: string }[] {
	return Object.entries(pages).flatMap(([page, text]) => placesIn(text).map((what) => ({ page, what })));
}

await plainly(async () => {
	try {
		const { values } = options({ options: { open: { type: 'boolean' }, help: { type: 'boolean' } } });
		if (!values.open || values.help) throw new Wrong('Say --open.');
		const places = openPlaces();
		for (const { page, what } of places) console.log(`/${page}\t${what}`);
		process.exitCode = places.length > 0 ? 1 : 0;
	} catch (error) {
		if (!(error instanceof Wrong)) throw error;
		console.error(`${error.message}\n\n${usage}`);
		process.exitCode = 2;
	}
});
