/**
 * What each form of the catalogue prints, as `Query.resourceCatalog` gives it: it is asked for as the caller before anything is printed, so that what the terms in force close of a resource, a field or
 * its terms is not given here instead.
 */
export const catalogueDocuments = {
  dcat: '{ resourceCatalog { type nameZh meaning owner fields { coordinate class grade freshness element { nameZh standard } audience { kinds levels rows purposes } } } }',
  government: `{ resourceCatalog {
    type nameZh holders
    fields {
      coordinate type class ground grade freshness element { name nameZh }
      audience { kinds levels roles rows place visibleFrom mask purposes basis { kind reference } }
    }
  } }`,
} as const;
