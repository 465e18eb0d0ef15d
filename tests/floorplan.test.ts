import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { serverRules } from './floorplan/server.ts';
import { pageRules } from './floorplan/pages.ts';
import { roomRules } from './floorplan/rooms.ts';
import { shapeRules, topLevel } from './floorplan/shape.ts';
import { source } from './floorplan/source.ts';
import { textRules } from './floorplan/texts.ts';

const rules = [...roomRules, ...serverRules, ...shapeRules, ...pageRules, ...textRules];
const BY_FILES = ['the top level holds only what was agreed'];

type Files = Record<string, string>;
const reasons = 'src/lib/texts/de/reasons.json';
const done = 'src/lib/texts/de/done.json';

/** Rule, files that break it, files that look alike and do not. */
const examples: [rule: string, guilty: Files, innocent: Files][] = [
	[
		'every folder in src/lib has its place in the order of rooms',
		{ 'src/lib/garden/garden.ts': '' },
		{ 'src/lib/votes/vote.ts': '', 'src/lib/ui/layout/Card.svelte': '', 'src/lib/verdict.ts': '' }
	],
	[
		'a room uses only the rooms before it',
		{ 'src/lib/people/person.ts': "import type { Vote } from '../votes/vote.ts';" },
		{
			'src/lib/votes/vote.ts': "import { publicName } from '#lib/people/person.ts';",
			'src/lib/people/person.test.ts': "import '../votes/vote.ts';"
		}
	],
	[
		'imports run in no circle',
		{
			'src/lib/votes/vote.ts': "import { box } from './box.ts';",
			'src/lib/votes/box.ts': "import mark from './Mark.svelte';",
			'src/lib/votes/Mark.svelte': "<script>import type { Vote } from '#lib/votes/vote.ts';</script>"
		},
		{
			'src/lib/votes/vote.ts': "import { box } from './box.ts'; import { mark } from './mark.ts';",
			'src/lib/votes/box.ts': "import { mark } from './mark.ts';",
			'src/lib/votes/mark.ts': ''
		}
	],
	[
		'a store is opened only from its own door',
		{ 'src/lib/votes/votes.server.ts': "import * as store from '../people/store.server.ts';" },
		{ 'src/lib/votes/votes.server.ts': "import * as store from './ballots.store.server.ts';" }
	],
	[
		'words import no server code',
		{ 'src/lib/votes/vote.ts': "import { together } from '../server/db/together.ts';" },
		{ 'src/lib/votes/vote.ts': "import type { Ctx } from '../server/ctx.ts'; import { z } from 'zod';" }
	],
	[
		'server knows no room',
		{ 'src/lib/server/ctx.ts': "import { hasRole } from '../people/person.ts';" },
		{ 'src/lib/server/ctx.ts': "import type { Person } from '../people/person.ts';" }
	],
	[
		'components load nothing',
		{ 'src/lib/votes/VoteForm.svelte': "<script>import * as votes from '#lib/votes/votes.server.ts';</script>" },
		{ 'src/lib/votes/VoteForm.svelte': "<script>import type { Round } from '#lib/votes/votes.server.ts';</script>" }
	],
	[
		'ui knows no room',
		{ 'src/lib/ui/layout/Card.svelte': "<script>import { KINDS } from '#lib/proposals/proposal.ts';</script>" },
		{ 'src/lib/ui/layout/Card.svelte': "<script>import Icon from '#lib/ui/layout/Icon.svelte';</script>" }
	],
	[
		'texts import nothing that runs',
		{ 'src/lib/texts/dates.ts': "import { LIMIT } from '../votes/vote.ts';" },
		{
			'src/lib/texts/dates.ts': "import type { Choice } from '../votes/vote.ts'; import { t } from './texts.ts';"
		}
	],
	[
		'nothing knows a page',
		{ 'src/lib/votes/votes.server.ts': "import { load } from '../../routes/+page.server.ts';" },
		{ 'src/routes/punkte/+page.server.ts': "import { load } from '../+page.server.ts';" }
	],
	[
		'below the routes only components and server/http know SvelteKit',
		{ 'src/lib/votes/votes.server.ts': "import { error } from '@sveltejs/kit';" },
		{
			'src/lib/ui/layout/Card.svelte': "<script>import { page } from '$app/state';</script>",
			'src/lib/server/http/forms/act.ts': "import { error } from '@sveltejs/kit';"
		}
	],
	[
		'own imports are spelled so that Node finds them',
		{ 'src/lib/votes/vote.ts': "import { person } from '../people/person';" },
		{ 'src/lib/votes/vote.ts': "import { person } from '../people/person.ts'; import type { A } from './$types';" }
	],
	[
		'SQL is spoken in stores and server only',
		{ 'src/lib/votes/votes.server.ts': "await ctx.db.selectFrom('ballots').execute();" },
		{
			'src/lib/votes/ballots/store.server.ts': "import { sql } from 'kysely'; db.selectFrom('ballots');",
			'src/lib/votes/votes.server.ts': '// not db.selectFrom(…) here'
		}
	],
	[
		'dialect branches come in pairs',
		{ 'src/lib/proposals/search.sqlite.server.ts': '' },
		{ 'src/lib/proposals/search.sqlite.server.ts': '', 'src/lib/proposals/search.postgres.server.ts': '' }
	],
	[
		'the clock is ctx.now',
		{ 'src/lib/votes/votes.server.ts': 'const today = new Date();' },
		{ 'src/lib/votes/votes.server.ts': 'const then = new Date(Date.parse(ctx.now)); // not Date.now()' }
	],
	[
		'digests are made in one place',
		{ 'src/lib/votes/ballots/ballots.server.ts': "const mark = createHash('sha256').update(text).digest('hex');" },
		{ 'src/lib/votes/ballots/ballots.server.ts': 'const mark = sha256(text);' }
	],
	[
		'cookies are set in one place',
		{ 'src/routes/anmelden/+page.server.ts': 'event.cookies.set(name, value, attributes);' },
		{
			'src/routes/anmelden/+page.server.ts': 'setSession(event, cookie); event.cookies.get(name);',
			'src/lib/server/http/signIn/sessionCookie.ts': 'cookies.set(name, value, attributes);'
		}
	],
	[
		'time is reckoned in one place',
		{
			'src/lib/votes/vote.ts': 'const DAY = 24 * 60 * 60 * 1000;',
			'src/lib/votes/votes.server.ts': 'const until = new Date(Date.parse(ctx.now) + days * DAY).toISOString();'
		},
		{ 'src/lib/votes/vote.ts': 'const until = later(now, 3 * DAY); const size = 2 * 1024 * 1024;' }
	],
	[
		'which comments everybody can read is said in one place',
		{
			'src/lib/search/store.server.ts':
				"db.selectFrom('comments as c').leftJoin('proposals as p', 'p.id', 'c.proposalId').where('p.hiddenAt', 'is', null);",
			'src/lib/comments/store.server.ts': "db.selectFrom('comments').where('hiddenAt', 'is', null);",
			'src/lib/news/store.server.ts': 'const said = sql`select c.id from comments c where c.hidden_at is null`;',
			'src/lib/staffSearch/store.server.ts':
				'const OPEN = sql`not exists (select 1 from proposals p where p.id = x.proposal_id and p.withheld_at is not null)\n' +
				'and not exists (select 1 from amendments a where a.id = x.amendment_id)`;'
		},
		{
			'src/lib/search/store.server.ts': "db.selectFrom('comments').where(isPublicComment('comments'));",
			'src/lib/search/due.store.server.ts': "db.selectFrom('comments').select(['id', 'hiddenAt', 'withdrawnAt']);",
			'src/lib/proposals/store.server.ts': "db.selectFrom('proposals as p').where('p.hiddenAt', 'is', null);",
			'src/lib/server/db/publicTexts.ts': 'sql`select 1 from comments where hidden_at is null`;'
		}
	],
	[
		'migrations import nothing of ours',
		{ 'migrations/0001_people.ts': "import { ROLES } from '../src/lib/people/person.ts';" },
		{ 'migrations/0001_people.ts': "import { sql, type Kysely } from 'kysely';" }
	],
	[
		'nobody looks at addresses and devices',
		{ 'src/routes/+layout.server.ts': "const agent = request.headers.get('user-agent');" },
		{ 'src/lib/server/http/signIn/signInLimits.ts': 'const who = event.getClientAddress();' }
	],
	[
		'comments point to files that are there',
		{ 'src/lib/votes/vote.ts': '/** JSON, see votes/gone.ts. */' },
		{ 'src/lib/votes/vote.ts': '/** Goes through `suppression.ts`. */', 'src/lib/votes/suppression.ts': '' }
	],
	['there are no drawers', { 'src/lib/votes/utils.ts': '' }, { 'src/lib/votes/results/result.ts': '' }],
	[
		'there are no barrels',
		{ 'src/lib/votes/all.ts': "export * from './vote.ts';" },
		{ 'src/lib/votes/votes.server.ts': "export { cast } from './casting.server.ts';" }
	],
	[
		'nothing is silenced or postponed',
		{ 'src/lib/votes/vote.ts': '// @ts-ignore' },
		{ 'src/lib/votes/vote.ts': '// ignored by tsc: nothing' }
	],
	[
		'no sentence stands in a component',
		{
			'src/lib/votes/Vote.svelte': '<p>Bitte stimmen Sie ab.</p>',
			'src/lib/ui/A.svelte': '<img alt="Ein Bild" src={s}>'
		},
		{ 'src/lib/votes/Vote.svelte': '<p class="wide"><!-- kein Text -->{t.votes.ask} · {n} %</p>' }
	],
	[
		'components have no style of their own',
		{
			'src/lib/votes/Vote.svelte': '<p style="color: red">{a}</p>',
			'src/lib/ui/A.svelte': '<style>p { color: red }</style>'
		},
		{ 'src/lib/votes/Vote.svelte': '<p class="wide">{style}</p>' }
	],
	[
		'every form is ours',
		{ 'src/routes/punkte/+page.svelte': '<form method="post"><input name="a"></form>' },
		{ 'src/routes/punkte/+page.svelte': '<Form action="?/vote"></Form><form method="get" role="search"></form>' }
	],
	[
		'no field cuts what is pasted into it',
		{
			'src/lib/ui/forms/Field.svelte': '<textarea name="a" maxlength={most}></textarea>',
			'src/routes/suche/+page.svelte': '<form method="get"><input name="q" maxlength="20" /></form>'
		},
		{
			'src/routes/punkte/+page.svelte': '<Field name="a" label={words.a} maxlength={20} />',
			'src/lib/ui/forms/Field.svelte': '<textarea name="a" data-most={most}></textarea>'
		}
	],
	[
		'nothing is loaded from another host',
		{
			'src/app.html': '<link href="https://fonts.example.com/a.css">',
			'src/lib/ui/a.scss': 'a { b: url(//cdn.example.com/x) }'
		},
		{
			'src/lib/ui/layout/Icon.svelte': '<svg xmlns="http://www.w3.org/2000/svg"></svg><!-- see https://example.com -->'
		}
	],
	[
		'every page has a title',
		{ 'src/routes/punkte/+page.svelte': '<h1>{t.strategy.title}</h1>' },
		{
			'src/routes/punkte/+page.svelte': "<script>import Point from '#lib/strategy/Point.svelte';</script><Point />",
			'src/lib/strategy/Point.svelte': '<PageHead title={point.title} />'
		}
	],
	[
		'every reason is given somewhere',
		{ [reasons]: '{ "tooLate": "Zu spät." }' },
		{ [reasons]: '{ "tooLate": "Zu spät." }', 'src/lib/votes/vote.ts': "no('tooLate')" }
	],
	[
		'every field error can happen',
		{ 'src/lib/texts/de/forms.json': '{ "missing": "Bitte ausfüllen." }' },
		{ 'src/lib/texts/de/forms.json': '{}', 'src/lib/votes/vote.ts': "z.string().min(1, 'missing')" }
	],
	[
		'every success is told somewhere',
		{ [done]: '{ "voted": "Danke." }' },
		{ [done]: '{ "voted": "Danke." }', 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' }
	],
	[
		'every success has a sentence',
		{ 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' },
		{ [done]: '{ "voted": "Danke." }', 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' }
	],
	[
		'nothing outside a profile speaks of one process',
		{ 'src/lib/texts/de/votes.json': '{ "hint": "Das zeigt dem Ministerium, was Sie denken." }' },
		{
			'src/lib/texts/de/votes.json': '{ "hint": "Das zeigt {-authority.dative}, was Sie denken." }',
			'src/profiles/nrw-armut/profile.json': '{ "authority": "Ministerium" }'
		}
	],
	[
		'no sentence outlives the moment in which it is said',
		{ 'src/lib/votes/vote.ts': "import { t } from '../texts/texts.ts';\nconst words = t.votes.sheet;" },
		{ 'src/lib/votes/vote.ts': "import { t } from '../texts/texts.ts';\nconst words = () => t.votes.sheet;" }
	]
];

const read = (files: Files) => Object.entries(files).map(([path, text]) => source(path, text));

describe('a rule of the floor plan', () => {
	it.each(examples)('sees when it is broken: %s', (name, guilty, innocent) => {
		const rule = rules.find((one) => one.name === name);
		const blamed = new Set(rule?.check(read(guilty)).map(({ path }) => path));
		expect(blamed.size).toBe(name.startsWith('every folder') ? 1 : Object.keys(guilty).length);
		expect(rule?.check(read(innocent))).toEqual([]);
	});

	it('is never without an example that breaks it', () => {
		const shown = [...examples.map(([name]) => name), ...BY_FILES];
		expect(rules.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
	});

	it('knows what belongs at the top level', () => {
		expect(topLevel(['src', '.gitignore', 'README.md'])).toEqual([]);
		expect(topLevel(['notes.txt']).map(({ path }) => path)).toEqual(['notes.txt']);
	});
});

describe('a word of one process is found', () => {
	const particular = rules.find(({ name }) => name === 'nothing outside a profile speaks of one process');
	const said = (path: string, text: string) => particular?.check([source(path, text)]).length;

	it.each([
		['in another form', 'src/lib/votes/Vote.svelte', '<p>Das ist ministeriell. Kinderarmut!</p>'],
		['in small letters', 'src/lib/texts/de/votes.json', '{ "hint": "Eine armutsfeste Grundsicherung" }'],
		['joined by a hyphen', 'src/lib/texts/leicht/votes.json', '{ "hint": "Das Job-Center und die Ausländer-Behörde" }'],
		['in English', 'src/lib/texts/en/votes.json', '{ "hint": "what young people need" }'],
		['in Ukrainian', 'src/lib/texts/uk/start.json', '{ "lead": "Стратегія подолання бідності" }'],
		['in Russian', 'src/lib/texts/ru/start.json', '{ "lead": "для молодёжи" }'],
		['in Arabic', 'src/lib/texts/ar/start.json', '{ "lead": "ضد الفقر" }'],
		['in Turkish', 'src/lib/texts/tr/start.json', '{ "lead": "yoksulluğa karşı" }'],
		['in Polish', 'src/lib/texts/pl/start.json', '{ "lead": "o biedzie, dla młodzieży" }'],
		['in Romanian', 'src/lib/texts/ro/start.json', '{ "lead": "împotriva sărăciei" }'],
		['in Bulgarian', 'src/lib/texts/bg/start.json', '{ "lead": "за младежта" }'],
		['in a comment', 'src/lib/votes/vote.ts', '/** What the ministries want. */'],
		['in SQL', 'migrations/20270101T0000_fields.ts', "insert into fields values ('jugendhilfe')"],
		['on a printed page', 'src/lib/votes/papers/sheet.typ', '#text[Stimm-Bogen gegen Armut]'],
		['in a drawing', 'src/lib/ui/logo.svg', '<title>Teilhabe NRW</title>'],
		['in decomposed letters', 'src/lib/votes/vote.ts', "'Bürgergeld'".normalize('NFD')]
	])('%s', (_, path, text) => expect(said(path, text)).toBe(1));

	it('and others that begin alike are not', () => {
		for (const text of ['Administration', 'der Stadt', 'alarm', 'Oberarmen', 'Einrichten', 'provincia', 'unbetroffen'])
			expect(said('src/lib/votes/vote.ts', text), text).toBe(0);
	});
});

describe('a file that is too long', () => {
	const eslint = new ESLint();
	const lines = (count: number) => Array.from({ length: count }, () => 'f();').join('\n');
	const long = (count: number) => `export function long() {\n${lines(count)}\n}`;
	const complaints = async (filePath: string, text: string) => {
		const [{ messages } = { messages: [] }] = await eslint.lintText(text, { filePath });
		return messages.map(({ ruleId }) => ruleId).filter((rule) => rule?.startsWith('max-'));
	};

	it.each<[path: string, fits: string, tooLong: string, rule: string]>([
		['src/lib/votes/votes.server.ts', lines(300), lines(301), 'max-lines'],
		['src/lib/votes/VoteForm.svelte', `<p></p>\n`.repeat(150), `<p></p>\n`.repeat(151), 'max-lines'],
		['src/lib/votes/votes.server.test.ts', lines(400), lines(401), 'max-lines'],
		['src/lib/votes/votes.server.ts', long(38), long(39), 'max-lines-per-function']
	])('is seen by ESLint: %s', async (path, fits, tooLong, rule) => {
		expect(await complaints(path, fits)).toEqual([]);
		expect(await complaints(path, tooLong)).toEqual([rule]);
	});
});
