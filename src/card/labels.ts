/** Which text names which category, relation, live source, fault and owner. */
import type { Category } from '../shared/categories.ts';
import type { AskedSource, Fault, OwnerKind, RelationKind } from '../shared/model.ts';

export const categoryLabel = {
  chip: 'categoryChip',
  agency: 'categoryAgency',
  official: 'categoryOfficial',
  company: 'categoryCompany',
  executive: 'categoryExecutive',
  policy: 'categoryPolicy',
  organisation: 'categoryOrganisation',
} as const satisfies Record<Category, string>;

/** Headings of groups of names. */
export const categoryGroup = {
  chip: 'groupChip',
  agency: 'groupAgency',
  official: 'groupOfficial',
  company: 'groupCompany',
  executive: 'groupExecutive',
  policy: 'groupPolicy',
  organisation: 'groupOrganisation',
} as const satisfies Record<Category, string>;

/** What stands before the other entity: as told by the one that acts, and by the one acted upon. */
export const relationLabel = {
  'part-of': ['relationPartOf', 'relationIncludes'],
  makes: ['relationMakes', 'relationMadeBy'],
  owns: ['relationOwns', 'relationOwnedBy'],
  leads: ['relationLeads', 'relationLedBy'],
  oversees: ['relationOversees', 'relationOverseenBy'],
  'made-rule': ['relationMadeRule', 'relationRuleMadeBy'],
  reviews: ['relationReviews', 'relationReviewedBy'],
  licenses: ['relationLicenses', 'relationLicensedBy'],
  'governed-by': ['relationGovernedBy', 'relationGoverns'],
  supplies: ['relationSupplies', 'relationSuppliedBy'],
  'buys-from': ['relationBuysFrom', 'relationSellsTo'],
  'competes-with': ['relationCompetesWith', 'relationCompetesWith'],
  sued: ['relationSued', 'relationSuedBy'],
  proposed: ['relationProposed', 'relationProposedBy'],
  succeeds: ['relationSucceeds', 'relationSucceededBy'],
  'works-for': ['relationWorksFor', 'relationPeople'],
  'responsible-for': ['relationResponsibleFor', 'relationResponsible'],
} as const satisfies Record<RelationKind, readonly [string, string]>;

export const sourceName = {
  'federal-register': 'sourceFederalRegister',
  wikipedia: 'sourceWikipedia',
  gdelt: 'sourceGdelt',
  'google-news': 'sourceGoogleNews',
  archive: 'sourceArchive',
} as const satisfies Record<AskedSource, string>;

export const faultText = {
  offline: 'faultOffline',
  slow: 'faultSlow',
  gone: 'faultGone',
  refused: 'faultRefused',
  busy: 'faultBusy',
  broken: 'faultBroken',
  'too-large': 'faultTooLarge',
} as const satisfies Record<Fault, string>;

export const ownerLabel = { private: 'ownerPrivate', public: 'ownerPublic', state: 'ownerState' } as const satisfies Record<
  OwnerKind,
  string
>;
