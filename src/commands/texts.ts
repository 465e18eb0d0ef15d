import { readFile } from 'node:fs/promises';
import * as operator from '#lib/operator/operator.server.ts';
import { openPlaces } from '#lib/operator/statement.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { TRANSLATED, type Translated } from '#lib/texts/locales/locale.ts';
import { pages } from '#lib/texts/pages/pages.server.ts';
import { t } from '#lib/texts/texts.ts';
import * as exchange from '#lib/wording/exchange.server.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run texts -- --open
npm run texts -- --missing
npm run -s texts -- export LANGUAGE > FILE.po
npm run texts -- import LANGUAGE FILE.po

--open lists every place on the fixed pages that nobody has filled in yet, as PAGE, a tab, and what is missing. They are
filled in at /werkstatt/angaben; until then only the team sees that they are missing.
--missing lists every text that a language does not have, as LANGUAGE, a tab, and its key: German stands there.
export writes all texts with their translations as PO, for whoever translates; import takes such a file over into
src/lib/texts/LANGUAGE, where they hold from the next start on. Languages: ${TRANSLATED.join(', ')}.
Exit code: 0 nothing is open, missing or refused, 1 something is.`;

type Asked =
	| { deed: 'open' }
	| { deed: 'missing' }
	| { deed: 'export'; locale: Translated }
	| { deed: 'import'; locale: Translated; file: string };

function read(args: string[]): Asked {
	const flags = { open: { type: 'boolean' }, missing: { type: 'boolean' } } as const;
	const { values, positionals } = options({ args, options: flags, allowPositionals: true });
	if (values.open) return { deed: 'open' };
	if (values.missing) return { deed: 'missing' };
	const [deed, name, file, more] = positionals;
	const locale = TRANSLATED.find((one) => one === name);
	if (deed === 'export' && locale && file === undefined) return { deed, locale };
	if (deed === 'import' && locale && file !== undefined && more === undefined) return { deed, locale, file };
	throw new Wrong('Say --open, --missing, or what to do with which language.');
}

async function open(ctx: Ctx): Promise<number> {
	const places = openPlaces(pages(), await operator.statements(ctx));
	for (const { page, places: names } of places) for (const name of names) console.log(`/${page}\t${t.places[name]}`);
	return places.length > 0 ? 1 : 0;
}

function missing(): number {
	const all = TRANSLATED.flatMap((locale) => exchange.missingIn(locale).map((key) => `${locale}\t${key}`));
	for (const line of all) console.log(line);
	return all.length > 0 ? 1 : 0;
}

async function takeOver(locale: Translated, path: string): Promise<number> {
	const file = await readFile(path).catch(() => {
		throw new OperatorError(`${path} cannot be read.`);
	});
	const { texts, flaws } = exchange.readPo(locale, file);
	for (const { key, why } of flaws) console.log(`${key}\t${why}`);
	exchange.write(locale, exchange.filesWith(locale, texts));
	console.log(`${texts.size} texts were taken over, ${flaws.length} were not.`);
	return flaws.length > 0 ? 1 : 0;
}

await run<Asked>({
	usage,
	evenWhenClosed: true,
	read,
	async work(ctx, asked) {
		if (asked.deed === 'open') return open(ctx);
		if (asked.deed === 'missing') return missing();
		if (asked.deed === 'import') return takeOver(asked.locale, asked.file);
		console.log(exchange.exportPo(asked.locale));
		return 0;
	}
});
