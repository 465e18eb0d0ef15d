import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as consultations from '../consultations/consultations.server.ts';
import * as operator from '../operator/operator.server.ts';
import { openPlaces } from '../operator/statement.ts';
import { mayManageStaff } from '../people/staff/roles.ts';
import * as staff from '../people/staff/staff.server.ts';
import { lastBackupAt } from '../server/backup/nightly.ts';
import * as profile from '../profile/profile.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { signingVideo } from '../server/signLanguageVideo.server.ts';
import { hasMail } from '../server/mail/outbox.server.ts';
import { pages } from '../texts/pages/pages.server.ts';
import { obey } from '../verdict.ts';
import { phaseStatus } from '../consultations/phases/phaseStatus.ts';
import {
	checksOf,
	firstSteps,
	type Check,
	type Facts,
	type FirstStep,
	type Kept,
	type StaffFact
} from './readiness.ts';
import * as store from './store.server.ts';

/** Everything that is asked before the site goes live. For admins, and for the command line of the operator. */
export async function checks(ctx: Ctx): Promise<Check[]> {
	if (ctx.via !== 'command') obey(mayManageStaff(ctx.person));
	return checksOf(await factsOf(ctx));
}

/** What is missing, and the way of a new installation: which step comes now. For admins. */
export async function guide(ctx: Ctx): Promise<{ checks: Check[]; steps: FirstStep[] }> {
	const all = await checks(ctx);
	const phases = (await consultations.find(ctx))?.phases ?? [];
	return { checks: all, steps: firstSteps(all, phaseStatus(phases, ctx.now).state === 'open') };
}

/** Whether an admin is still on the way of a new installation: nobody can come yet. Asked by every page of the workshop. */
export async function isSettingUp(ctx: Ctx): Promise<boolean> {
	if (!mayManageStaff(ctx.person).ok) return false;
	const status = phaseStatus((await consultations.find(ctx))?.phases ?? [], ctx.now);
	const isAhead = status.state === 'undated' || (status.state === 'pause' && !status.begun);
	return isAhead || !(await store.hasCards(ctx.db));
}

async function factsOf(ctx: Ctx): Promise<Facts> {
	const { config } = ctx.app;
	const consultation = await consultations.find(ctx);
	const open = openPlaces(pages(), await operator.statements(ctx));
	return {
		...{ now: ctx.now, origin: config.origin, demo: config.demo },
		profileChosen: (await profile.state(ctx)).number > 0,
		phases: consultation?.phases ?? null,
		staff: await staffOf(ctx),
		openPlaces: open,
		cards: await store.countCards(ctx.db),
		places: await store.countPlaces(ctx.db),
		mail: hasMail(ctx),
		backup: config.backups && { folder: config.backups.folder, at: lastBackupAt(config.backups.folder) },
		behindProxy: config.addressHeader !== null,
		isRoot: process.getuid?.() === 0,
		video: (await signingVideo(config)) !== null,
		unreviewed: Object.values(pages().easy).filter(({ review }) => review === null).length,
		...(await filesOf(ctx))
	};
}

async function staffOf(ctx: Ctx): Promise<StaffFact[]> {
	const open = (await staff.all(ctx)).filter(({ blockedAt, roles }) => blockedAt === null && roles.length > 0);
	return open.map(({ email, roles, hasFactor, fromProvider }) => ({
		...{ email, roles },
		// Whoever signs in at the provider has theirs there.
		hasFactor: hasFactor || fromProvider
	}));
}

type FileFacts = Pick<Facts, 'secret' | 'keys' | 'keysFolder' | 'database' | 'keysBesideDatabase' | 'freeBytes'>;

async function filesOf({ app }: Ctx): Promise<FileFacts> {
	const { config, file, secretFile, ballotKeys } = app;
	const folder = file === null ? null : resolve(dirname(file));
	return {
		secret: config.secret === null ? kept(secretFile.file) : null,
		keys: kept(ballotKeys.folder),
		keysFolder: ballotKeys.folder,
		// A folder that is shut keeps what is in it, whatever the file says.
		database: file !== null && kept(dirname(file))?.openToOthers ? kept(file) : null,
		keysBesideDatabase: folder !== null && resolve(ballotKeys.folder).startsWith(`${folder}/`),
		freeBytes: folder === null ? null : await free(folder)
	};
}

const OTHERS = 0o077;

function kept(path: string): Kept | null {
	try {
		return { path, openToOthers: (statSync(path).mode & OTHERS & ~0o010) !== 0 };
	} catch {
		return null;
	}
}

async function free(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
