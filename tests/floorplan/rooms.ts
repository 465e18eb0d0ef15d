import { each, type Complaint, type Import, type Rule, type Source } from './source.ts';

/** A room may use the rooms before it, never those after it. */
export const ROOMS = [
	'profile',
	'people',
	'wording',
	'approvals',
	'consultations',
	'proposals',
	'import',
	'positionPapers',
	'comments',
	'amendments',
	'moderation',
	'recording',
	'thanks',
	'distillation',
	'strategy',
	'translations',
	'votes',
	'representation',
	'omissions',
	'opinion',
	'conversations',
	'hands',
	'readings',
	'priorities',
	'evaluations',
	'answers',
	'campaigns',
	'savedViews',
	'importJobs',
	'understanding',
	'board',
	'publishing',
	'promises',
	'calls',
	'reports',
	'previews',
	'corrections',
	'tickets',
	'teamFigures',
	'chronicle',
	'search',
	'data',
	'news',
	'subscriptions',
	'organisations',
	'privacy',
	'closure',
	'operator',
	'readiness',
	'audit',
	'handbook',
	'staffSearch'
];
const NOT_ROOMS = ['ui', 'texts', 'server'];

export const isTest = (path: string) => /\.test\.ts$/.test(path);
const folderOf = (path: string) => /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? null;
export const roomOf = (path: string) => {
	const folder = folderOf(path);
	return folder !== null && ROOMS.includes(folder) ? folder : null;
};
/** `votes/votes.server.ts` */
export const isDoor = (path: string) => /^src\/lib\/([^/]+)\/\1\.server\.ts$/.test(path);
export const isStore = (path: string) => /(^|[./])store\.server\.ts$|\.(sqlite|postgres)\.server\.ts$/.test(path);
const isServer = (path: string) => /\.server\.ts$/.test(path) || path.startsWith('src/lib/server/');
const isWords = (path: string) => roomOf(path) !== null && /\.ts$/.test(path) && !isServer(path) && !isTest(path);
const isComponent = (path: string) => path.startsWith('src/lib/') && path.endsWith('.svelte');

/** The targets of a file's imports, checked one by one. */
function targets(advise: (source: Source, target: string, imported: Import) => string | false) {
	return (source: Source): string[] =>
		source.imports.flatMap((one) => {
			const advice = one.target !== null && advise(source, one.target, one);
			return advice ? [advice] : [];
		});
}

function order(source: Source, target: string): string | false {
	const [here, there] = [roomOf(source.path), roomOf(target)];
	if (isTest(source.path) || !here || !there || ROOMS.indexOf(there) <= ROOMS.indexOf(here)) return false;
	return `imports ${target}, but »${there}« comes after »${here}«: let the later room call the earlier one`;
}

function stores(source: Source, target: string): string | false {
	if (!isStore(target) || isTest(source.path)) return false;
	if (folderOf(source.path) === folderOf(target) && isServer(source.path)) return false;
	return `imports ${target}: a store is opened only from its own room's door; ask the door`;
}

function words(source: Source, target: string, { typeOnly }: Import): string | false {
	if (!isWords(source.path) || typeOnly || !isServer(target)) return false;
	return `imports ${target}: words are pure and run anywhere; move what needs the server behind the door, or import the type only`;
}

function serverFirst(source: Source, target: string, { typeOnly }: Import): string | false {
	const room = roomOf(target);
	if (!source.path.startsWith('src/lib/server/') || isTest(source.path) || !room) return false;
	if (typeOnly && target === 'src/lib/people/person.ts') return false;
	return `imports ${target}: server knows no room; hand the room in as a parameter`;
}

function components(source: Source, target: string, { typeOnly }: Import): string | false {
	if (!source.path.endsWith('.svelte') || typeOnly || !isServer(target)) return false;
	return `imports ${target}: a component shows what it is given; load it in +page.server.ts`;
}

function bareUi(source: Source, target: string): string | false {
	if (folderOf(source.path) !== 'ui' || !roomOf(target)) return false;
	return `imports ${target}: components in ui/ know no room; put it into src/lib/${roomOf(target)}/`;
}

function texts(source: Source, target: string, { typeOnly }: Import): string | false {
	if (folderOf(source.path) !== 'texts' || isTest(source.path) || typeOnly) return false;
	if (folderOf(target) === 'texts' || target === 'src/lib/verdict.ts') return false;
	return `imports ${target}: texts only contain sentences; import the type only`;
}

function routes(source: Source, target: string): string | false {
	if (!target.startsWith('src/routes/') || source.path.startsWith('src/routes/') || isTest(source.path)) return false;
	return `imports ${target}: nothing below the routes knows a page`;
}

function kit(source: Source): string[] {
	if (!source.path.startsWith('src/lib/') || isComponent(source.path)) return [];
	if (source.path.startsWith('src/lib/server/http/') || isTest(source.path)) return [];
	return source.imports
		.filter(({ from }) => from.startsWith('$app/') || from.startsWith('@sveltejs/kit'))
		.map(
			({ from }) =>
				`imports ${from}: below the routes only components and server/http may; return a value and let the route act on it`
		);
}

function spelling(source: Source): string[] {
	return source.imports.flatMap(({ from, target }) => {
		if (from.startsWith('$lib')) return [`imports ${from}: write #lib/… so that plain Node finds it, too`];
		if (target === null || from.endsWith('/$types')) return [];
		if (!/\.(ts|js|svelte|scss|css|json)$/.test(from)) return [`imports ${from}: write the file's extension`];
		const outside = source.path.startsWith('src/routes/') || isComponent(source.path);
		const climbs = from.startsWith('..') && target.startsWith('src/lib/');
		return outside && climbs ? [`imports ${from}: write #lib/…, pages and components move more often than rooms`] : [];
	});
}

/** Of types neither: what imports itself on a way round cannot be read, tested or moved by itself. */
function circles(sources: readonly Source[]): Complaint[] {
	const ways = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
	const done = new Set<string>();
	const found: Complaint[] = [];
	const walk = (path: string, way: readonly string[]): void => {
		const circle = way.includes(path) ? way.slice(way.indexOf(path)) : [];
		const advice = `imports itself: ${[...circle, path].join(' -> ')}`;
		found.push(...circle.map((path) => ({ path, advice })));
		if (circle.length > 0 || done.has(path)) return;
		for (const next of ways.get(path) ?? []) if (next !== path) walk(next, [...way, path]);
		done.add(path);
	};
	for (const path of ways.keys()) walk(path, []);
	return found;
}

const unknownRooms: Rule = {
	name: 'every folder in src/lib has its place in the order of rooms',
	check: (sources) => {
		const folders = new Set(sources.flatMap(({ path }) => folderOf(path) ?? []));
		return [...folders]
			.filter((folder) => !ROOMS.includes(folder) && !NOT_ROOMS.includes(folder))
			.map((folder) => ({ path: `src/lib/${folder}`, advice: 'give it a place in ROOMS (tests/floorplan/rooms.ts)' }));
	}
};

export const roomRules: readonly Rule[] = [
	unknownRooms,
	{ name: 'imports run in no circle', check: circles },
	each('a room uses only the rooms before it', targets(order)),
	each('a store is opened only from its own door', targets(stores)),
	each('words import no server code', targets(words)),
	each('server knows no room', targets(serverFirst)),
	each('components load nothing', targets(components)),
	each('ui knows no room', targets(bareUi)),
	each('texts import nothing that runs', targets(texts)),
	each('nothing knows a page', targets(routes)),
	each('below the routes only components and server/http know SvelteKit', kit),
	each('own imports are spelled so that Node finds them', spelling)
];
