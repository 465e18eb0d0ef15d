import { currentProfile } from '../profile/current.ts';
import { authorKeys, NO_STATEMENT, ORGANISATION, personKeys, recordOf } from '../profile/groups/group.ts';
import { t } from '../texts/texts.ts';

/** What groups are called. Their names are the profile's; what stands in their place is called the same everywhere. */
export type GroupNames = Readonly<Record<string, string>>;

const today = () => currentProfile().groups;
const known = (key: string) => today().find((one) => one.key === key);

/** A group, `none` or `organisation`, as it stands beside a text. */
export function groupName(key: string): string {
	if (key === NO_STATEMENT) return t.people.groups.none;
	if (key === ORGANISATION) return t.people.groups.organisation;
	return known(key)?.name ?? key;
}

/** As somebody says it of oneself. */
export function groupNameLong(key: string): string {
	return key === NO_STATEMENT ? t.people.groups.noneLong : (known(key)?.long ?? groupName(key));
}

/** With its number: »12 von Kindern«. */
export function groupShare(key: string, count: number): string {
	if (key === NO_STATEMENT) return `${count} ${t.people.groups.noneFrom}`;
	if (key === ORGANISATION) return `${count} ${t.people.groups.organisationFrom}`;
	return `${count} ${known(key)?.from ?? groupName(key)}`;
}

export const groupKeys = (): string[] => today().map(({ key }) => key);
export const authorGroupKeys = (): string[] => authorKeys(today());
export const groupNames = (): GroupNames => recordOf(personKeys(today()), groupName);
export const authorGroupNames = (): GroupNames => recordOf(authorKeys(today()), groupName);
export const groupNamesLong = (): GroupNames => recordOf(personKeys(today()), groupNameLong);
