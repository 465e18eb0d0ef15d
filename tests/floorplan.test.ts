import { describe, expect, it } from 'vitest';
import { cellarRules } from './floorplan/cellar.ts';
import { pageRules } from './floorplan/pages.ts';
import { roomRules } from './floorplan/rooms.ts';
import { shapeRules, topLevel } from './floorplan/shape.ts';
import { source } from './floorplan/source.ts';
import { textRules } from './floorplan/texts.ts';

const rules = [...roomRules, ...cellarRules, ...shapeRules, ...pageRules, ...textRules];
const BY_FILES = ['the top level holds only what was agreed'];

type Files = Record<string, string>;
const lines = (count: number) => Array.from({ length: count }, () => 'f();').join('\n');
const reasons = 'src/lib/texts/de/reasons.ts';
const done = 'src/lib/texts/de/done.ts';

/** Rule, files that break it, files that look alike and do not. */
const examples: [rule: string, guilty: Files, innocent: Files][] = [
	[
		'every folder in src/lib has its place in the order of rooms',
		{ 'src/lib/garden/garden.ts': '' },
		{ 'src/lib/votes/vote.ts': '', 'src/lib/ui/Card.svelte': '', 'src/lib/verdict.ts': '' }
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
		'the cellar knows no room',
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
		{ 'src/lib/ui/Card.svelte': "<script>import { KINDS } from '#lib/proposals/proposal.ts';</script>" },
		{ 'src/lib/ui/Card.svelte': "<script>import Icon from '#lib/ui/Icon.svelte';</script>" }
	],
	[
		'texts import nothing that runs',
		{ 'src/lib/texts/de/votes.ts': "import { LIMIT } from '../../votes/vote.ts';" },
		{
			'src/lib/texts/de/votes.ts':
				"import type { Choice } from '../../votes/vote.ts'; import { day } from './dates.ts';"
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
			'src/lib/ui/Card.svelte': "<script>import { page } from '$app/state';</script>",
			'src/lib/server/http/act.ts': "import { error } from '@sveltejs/kit';"
		}
	],
	[
		'own imports are spelled so that Node finds them',
		{ 'src/lib/votes/vote.ts': "import { person } from '../people/person';" },
		{ 'src/lib/votes/vote.ts': "import { person } from '../people/person.ts'; import type { A } from './$types';" }
	],
	[
		'SQL is spoken in stores and the cellar only',
		{ 'src/lib/votes/votes.server.ts': "await ctx.db.selectFrom('ballots').execute();" },
		{
			'src/lib/votes/store.server.ts': "import { sql } from 'kysely'; db.selectFrom('ballots');",
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
		{ 'src/lib/votes/ballots.server.ts': "const mark = createHash('sha256').update(text).digest('hex');" },
		{ 'src/lib/votes/ballots.server.ts': 'const mark = sha256(text);' }
	],
	[
		'migrations import nothing of ours',
		{ 'migrations/0001_people.ts': "import { ROLES } from '../src/lib/people/person.ts';" },
		{ 'migrations/0001_people.ts': "import { sql, type Kysely } from 'kysely';" }
	],
	[
		'nobody looks at addresses and devices',
		{ 'src/routes/+layout.server.ts': "const agent = request.headers.get('user-agent');" },
		{ 'src/lib/server/http/tries.ts': 'const who = event.getClientAddress();' }
	],
	[
		'files are short enough to be read at once',
		{ 'src/lib/votes/Vote.svelte': lines(151) },
		{ 'src/lib/votes/vote.ts': lines(300), 'src/lib/texts/de/site.ts': lines(400) }
	],
	[
		'functions are short enough to be read at once',
		{ 'src/lib/votes/vote.ts': `function long() {\n${lines(50)}\n}` },
		{ 'src/lib/votes/vote.ts': `function outer() {\nfunction inner() {\n${lines(25)}\n}\n${lines(20)}\n}` }
	],
	['there are no drawers', { 'src/lib/votes/utils.ts': '' }, { 'src/lib/votes/result.ts': '' }],
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
		'nothing is loaded from another host',
		{
			'src/app.html': '<link href="https://fonts.example.com/a.css">',
			'src/lib/ui/a.scss': 'a { b: url(//cdn.example.com/x) }'
		},
		{ 'src/lib/ui/Icon.svelte': '<svg xmlns="http://www.w3.org/2000/svg"></svg><!-- see https://example.com -->' }
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
		{ [reasons]: "export const reasons = {\n\ttooLate: 'Zu spät.'\n};" },
		{ [reasons]: "export const reasons = {\n\ttooLate: 'Zu spät.'\n};", 'src/lib/votes/vote.ts': "no('tooLate')" }
	],
	[
		'every field error can happen',
		{ 'src/lib/texts/de/forms.ts': "export const forms = {\n\tmissing: 'Bitte ausfüllen.'\n};" },
		{ 'src/lib/texts/de/forms.ts': '', 'src/lib/votes/vote.ts': "z.string().min(1, 'missing')" }
	],
	[
		'every success is told somewhere',
		{ [done]: "export const done = {\n\tvoted: 'Danke.'\n};" },
		{ [done]: "export const done = {\n\tvoted: 'Danke.'\n};", 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' }
	],
	[
		'every success has a sentence',
		{ 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' },
		{ [done]: "export const done = {\n\tvoted: 'Danke.'\n};", 'src/routes/a/+page.server.ts': 'return `/a?ok=voted`;' }
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
