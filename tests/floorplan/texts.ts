import ts from 'typescript';
import { each, type Complaint, type Rule, type Source } from './source.ts';

const TEXTS = 'src/lib/texts/';

/** The keys of a flat catalogue. */
const keysOf = (text: string | undefined): string[] => (text ? Object.keys(JSON.parse(text)) : []);

/** Sentences nobody can ever read are left over from something: every key is named somewhere. */
function unused(
	file: string,
	named: (key: string) => RegExp,
	advice: string
): (sources: readonly Source[]) => Complaint[] {
	return (sources) => {
		const texts = sources.find(({ path }) => path === `${TEXTS}de/${file}.json`);
		const code = sources.filter(({ path }) => path.startsWith('src/') && !path.startsWith(TEXTS));
		return keysOf(texts?.text)
			.filter((key) => !code.some((source) => named(key).test(source.code) || named(key).test(source.text)))
			.map((key) => ({ path: `${TEXTS}de/${file}.json`, advice: `»${key}« ${advice}` }));
	};
}

const quoted = (key: string) => new RegExp(`['"\`]${key}['"\`]|\\.${key}\\b`);
const inAddress = (key: string) => new RegExp(`ok=${key}\\b|['"\`]${key}['"\`]`);

/** `…?ok=key` in an address must be a sentence we know, or the person is told nothing. */
function unknownDone(sources: readonly Source[]): Complaint[] {
	const done = new Set(keysOf(sources.find(({ path }) => path === `${TEXTS}de/done.json`)?.text));
	return sources
		.filter(({ path }) => path.startsWith('src/routes/'))
		.flatMap(({ path, code }) =>
			[...code.matchAll(/[?&]ok=(\w+)/g)]
				.flatMap((match) => match[1] ?? [])
				.filter((key) => !done.has(key))
				.map((key) => ({ path, advice: `redirects to ok=${key}, but texts/de/done.json has no such sentence: add it` }))
		);
}

const SAY = ['fill', 'count', 'options', 'explain'];

/** A function given to one of these runs where it stands. */
const RUNS = /\.(?:map|flatMap|filter|find|reduce)$/;
const runsHere = ({ parent }: ts.Node): boolean =>
	ts.isCallExpression(parent) && RUNS.test(parent.expression.getText());

/** Sentences depend on who asks, in which language, and on what the operator has put in their place. */
function kept({ path, code }: Source): string[] {
	if (!path.startsWith('src/') || !path.endsWith('.ts') || path.includes('.test.')) return [];
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if ((ts.isFunctionLike(node) && !runsHere(node)) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return;
		const reads = ts.isPropertyAccessExpression(node) && node.expression.getText() === 't';
		const says = ts.isCallExpression(node) && SAY.includes(node.expression.getText());
		if (reads || says) found.push(node.getText());
		else ts.forEachChild(node, visit);
	};
	if (/\bt\b.*from '[^']*texts\/texts\.ts'/.test(code)) visit(file);
	return found.map((what) => `keeps ${what} from when it was loaded: read it where it is said`);
}

/**
 * Words of the two processes that ship, in every language they speak, whatever their ending and however they begin: stems,
 * which may stand within a word (»Kinderarmut«, »ministeriell«), and words that are others' beginning elsewhere.
 */
const STEMS = [
	...['armut', 'verarm', 'ministeri', 'landtag', 'job-?cent', 'nordrhein', 'westfalen', 'jugend', 'stadt-?rat'],
	...['musterstadt', 'wohlfahrt', 'ausländer-?behörde', 'obdachlos', 'wohnungslos', 'bürgergeld', 'poverty', 'rhine'],
	...['bedürftig', 'teenager', 'heranwachsend', 'landespolitik'],
	...['бідн', 'бедн', 'міністерств', 'министерств', 'ландтаг', 'джобц', 'молод[ьёеіи]', 'младеж', 'Вестфал'],
	...['فقر', 'فقير', 'وزارة', 'الشباب', 'وستفاليا', 'yoksul', 'bakanlı', 'gençl', 'vestfalya'],
	...['ubóstw', 'ministerst', 'młodzie', 'westfali', 'sărăc', 'tineret', 'ministerul']
];
const WORDS = [
	...['nrw', 'mags', 'betroffenen?', 'arme[nrsm]?', 'ministr(?:y|ies)', 'state parliament', 'young people', 'youth'],
	...['job centres?', 'poor', 'bied[ayęzo]\\p{L}*']
];
const PARTICULAR = new RegExp(`${STEMS.join('|')}|(?<![\\p{L}])(?:${WORDS.join('|')})(?![\\p{L}])`, 'iu');

/** What these words stand in for everybody, and why. */
const EVERYWHERE: ReadonlyMap<string, readonly RegExp[]> = new Map([
	// Numbers by which every office in Germany knows people: hints on personal data look for them.
	['src/lib/moderation/hints/personalData.ts', [/Jobcenter/g]],
	// A dictionary of German nouns, so that none of them is taken for a name.
	[
		'src/lib/moderation/hints/names.ts',
		[/(?<!\p{L})(?:armut|arme|ministerin|bürgergeld|jobcenter|jugend|jugendliche)(?!\p{L})/gu]
	],
	// Frozen: what they say was true when they were written.
	['migrations/0005_search.ts', [/armut/gi]],
	['migrations/0010_answers.ts', [/ministry/g]],
	['migrations/20261129T0550_phases_with_titles.ts', [/Ministerium/g]],
	['migrations/20261130T0740_flags_by_colours.ts', [/nrw/g]]
]);
/** The name of the folder in which a profile lies is how one asks for it. */
const FOLDERS = /\b(?:nrw-armut|jugend-stadt)\b/g;

/** What is particular to one process stands in its profile. */
function particular({ path, text }: Source): string[] {
	if (!/^(src|migrations)\//.test(path) || path.startsWith('src/profiles/') || /\.test\./.test(path)) return [];
	const known = EVERYWHERE.get(path) ?? [];
	const rest = [FOLDERS, ...known].reduce((left, one) => left.replace(one, ''), text.normalize('NFC'));
	const [found] = PARTICULAR.exec(rest) ?? [];
	return found === undefined ? [] : [`says »${found}«: use a term of the profile, or its wording`];
}

export const textRules: readonly Rule[] = [
	{
		name: 'every reason is given somewhere',
		check: unused('reasons', quoted, 'is a reason that no rule gives: delete it')
	},
	{ name: 'every field error can happen', check: unused('forms', quoted, 'is an error no form gives: delete it') },
	{ name: 'every success is told somewhere', check: unused('done', inAddress, 'is never redirected to: delete it') },
	{ name: 'every success has a sentence', check: unknownDone },
	each('nothing outside a profile speaks of one process', particular),
	each('no sentence outlives the moment in which it is said', kept)
];
