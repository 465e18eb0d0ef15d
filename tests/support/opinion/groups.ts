import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import { authorKeys, keysOf, personKeys } from '#lib/profile/groups/group.ts';

/** Those of the profile every test has that chooses no other. */
const { groups } = DEFAULT_PROFILE;
export const DECLARED_GROUPS = keysOf(groups);
export const GROUPS = personKeys(groups);
export const AUTHOR_GROUPS = authorKeys(groups);
