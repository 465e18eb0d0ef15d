import { sql, type Kysely } from 'kysely';

const PROBLEMS = [
	...[
		'notPicture',
		'tooLarge',
		'tooManyPixels',
		'tooManyPages',
		'unreadable',
		'noCode',
		'foreign',
		'cutOff',
		'blurred'
	],
	...['tooSmall', 'empty', 'otherVersion', 'doubled', 'alreadyCounted', 'tooHard']
];

/**
 * Ballot papers that a machine reads: how they were laid out, which were printed and with which card, and the pictures
 * that came back. Pictures and what was read of them go when the votes are counted, or when nobody counts them in time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('ballot_layouts')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('version', 'integer', (c) => c.notNull())
		// JSON: places in millimetres.
		.addColumn('pages', 'text', (c) => c.notNull())
		.addColumn('made_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('ballot_papers')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('layout_id', 'text', (c) => c.notNull().references('ballot_layouts.id'))
		.addColumn('card_id', 'text', (c) => c.references('cards.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('printed_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('printed_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('ballot_papers_card').on('ballot_papers').column('card_id').execute();
	await db.schema
		.createTable('ballot_scans')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('uploaded_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('uploaded_at', 'text', (c) => c.notNull())
		.addColumn('said_on', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('counted', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema
		.createTable('ballot_scan_files')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('scan_id', 'text', (c) => c.notNull().references('ballot_scans.id').onDelete('cascade'))
		.addColumn('place', 'integer', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		// Base64.
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('through', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('claimed_by', 'text')
		.addColumn('beat_at', 'text')
		.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema.createIndex('ballot_scan_files_scan').on('ballot_scan_files').column('scan_id').execute();
	await db.schema
		.createTable('ballot_scan_pages')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('scan_id', 'text', (c) => c.notNull().references('ballot_scans.id').onDelete('cascade'))
		.addColumn('place', 'integer', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('problem', 'text')
		.addColumn('paper_id', 'text', (c) => c.references('ballot_papers.id'))
		.addColumn('page', 'integer')
		// JSON: what was read.
		.addColumn('reading', 'text')
		.addColumn('read_at', 'text', (c) => c.notNull())
		.addCheckConstraint(
			'ballot_scan_pages_problem_word',
			sql`problem in (${sql.raw(PROBLEMS.map((word) => `'${word}'`).join(', '))})`
		)
		.execute();
	await db.schema.createIndex('ballot_scan_pages_scan').on('ballot_scan_pages').column('scan_id').execute();
	// The same page lies in one pile only, whoever is quicker.
	await sql`create unique index ballot_scan_pages_once on ballot_scan_pages (paper_id, page) where problem is null`.execute(
		db
	);
	await db.schema
		.createTable('ballot_scan_pictures')
		.addColumn('page_id', 'text', (c) => c.notNull().references('ballot_scan_pages.id').onDelete('cascade'))
		// 0: the whole page; -1: the box of the consent.
		.addColumn('point', 'integer', (c) => c.notNull())
		// A JPEG in base64.
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('ballot_scan_pictures_pk', ['page_id', 'point'])
		.execute();
}
