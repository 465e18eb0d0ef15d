import { encodingCalled } from '#lib/import/encoding.ts';
import { COLUMNS, type Asked as AskedColumns } from '#lib/import/places.ts';
import type { ImportOptions } from '#lib/import/plan.ts';
import { languageCalled } from '#lib/import/row.ts';
import { KINDS, type Kind } from '#lib/proposals/proposal.ts';
import { options, Wrong } from '../run.ts';
import type { Wish } from './confirm.ts';

export const usage = `npm run import -- contributions FILE --consultation SLUG --field SLUG [options]
npm run import -- decidim FILE --consultation SLUG --field SLUG [options]
npm run import -- contributions --remove ORIGIN

  Contributions of another process, or proposals as Decidim exports them: CSV in any usual encoding, Excel (.xlsx) or
  LibreOffice (.ods). Columns: id, title, text and, if you like, kind, field, group, language, date, author, source and
  url. HTML becomes plain text. All come at one moment; killed half-way, none is there.

  --consultation SLUG           where they go
  --field SLUG                  their field of action there
  --kind KIND                   ${KINDS.join(', ')} (default: proposal)
  --column OURS=THEIRS          which column of the file is our id, title, text …; several times
  --id line                     the number of the line is the id, where the file has none
  --title first-words           the first words of the text are the heading, where there is none
  --header-row N                in which line the names of the columns stand (default: the first that can be meant)
  --sheet NAME                  which worksheet of a workbook (default: the first with anything in it)
  --encoding NAME               e.g. utf-8, windows-1252, macintosh, cp850, utf-16le (default: found out, and shown)
  --language CODE               of rows that say nothing; of Decidim's columns the first choice (default: de)
  --origin NAME                 what they are from, part of their identity (default: name of the file, counted on
                                where its ids are known with other words)
  --attribution TEXT            who is named as their author (default: the origin)
  --screened                    moderation looks at each before it is public
  --skip-repeats                leave out words that are in the file or here already
  --create-consultation TITLE   make the consultation with this field if there is none
  --remove ORIGIN               take back what came from there, except what people have built on`;

export const WHAT = ['contributions', 'decidim'] as const;

export interface Asked extends Wish, ImportOptions {
	file: string;
	consultation: string;
	field: string;
	kind: Kind;
	origin: string | undefined;
	attribution: string | undefined;
	title: string | undefined;
	remove: string | undefined;
	screened: boolean;
	repeats: 'skip' | 'take';
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const FLAGS = {
	...{ consultation: text, field: text, kind: text, origin: text, attribution: text, language: text, remove: text },
	...{ encoding: text, 'header-row': text, sheet: text, id: text, title: text, column: many },
	...{ 'create-consultation': text, 'dry-run': flag, yes: flag, screened: flag, 'skip-repeats': flag }
};
type Values = Partial<
	Record<Exclude<keyof typeof FLAGS, 'column' | 'dry-run' | 'yes' | 'screened' | 'skip-repeats'>, string>
>;

export function read(what: ImportOptions['what'], args: string[]): Asked {
	const { values, positionals } = options({ args, options: FLAGS, allowPositionals: true });
	const [file = '', ...more] = positionals;
	const { remove } = values;
	if (more.length > 0 || (file === '') === (remove === undefined)) throw new Wrong(`Say "${what} FILE".`);
	const kind = KINDS.find((one) => one === (values.kind ?? 'proposal'));
	if (!kind) throw new Wrong(`--kind is one of ${KINDS.join(', ')}.`);
	const { 'create-consultation': title, 'dry-run': dry, yes, screened } = values;
	const repeats: Asked['repeats'] = values['skip-repeats'] ? 'skip' : 'take';
	const named = { origin: given(values.origin), attribution: given(values.attribution), title };
	return {
		...{ what, file, remove, kind, ...place(values, remove !== undefined), ...named },
		...{ columns: columnsFrom(values.column ?? []), ...reading(values), dry, yes },
		...{ screened, repeats }
	};
}

const given = (typed: string | undefined) => typed?.trim() || undefined;

function place({ consultation = '', field = '' }: Values, removing: boolean) {
	if (removing) return { consultation, field };
	if (!consultation || !field) throw new Wrong('--consultation and --field are needed.');
	const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
	if (!slug.test(consultation) || !slug.test(field)) throw new Wrong('A slug is made of a-z, 0-9 and hyphens.');
	return { consultation, field };
}

function columnsFrom(typed: readonly string[]): AskedColumns {
	const pairs = typed.map((one) => {
		const [ours, ...theirs] = one.split('=');
		const column = COLUMNS.find((name) => name === ours);
		if (!column || theirs.length === 0) throw new Wrong(`--column is OURS=THEIRS; ours is ${COLUMNS.join(', ')}.`);
		return [column, theirs.join('=')] as const;
	});
	return Object.fromEntries(pairs);
}

/** How the file is to be read. */
function reading(values: Values): Omit<ImportOptions, 'what' | 'columns'> {
	const { id, title, language, encoding, sheet, 'header-row': row } = values;
	if (id !== undefined && id !== 'line') throw new Wrong('--id can only be "line".');
	if (title !== undefined && title !== 'first-words') throw new Wrong('--title can only be "first-words".');
	if (row !== undefined && !/^[1-9]\d{0,6}$/.test(row)) throw new Wrong('--header-row is the number of a line.');
	const spoken = language === undefined ? null : languageCalled(language);
	if (language !== undefined && spoken === null) throw new Wrong(`"${language}" is no language, e.g. de, fr, uk.`);
	const known = encoding === undefined ? null : encodingCalled(encoding);
	if (encoding !== undefined && known === null) {
		throw new Wrong(`"${encoding}" is no encoding we know, e.g. utf-8, windows-1252, macintosh, cp850, utf-16le.`);
	}
	return {
		...{ idByLine: id === 'line', titleByWords: title === 'first-words', language: spoken, encoding: known },
		...(language !== undefined && { firstLanguage: language.trim().toLowerCase() }),
		...{ headerLine: row === undefined ? null : Number(row), worksheet: sheet ?? null }
	};
}
