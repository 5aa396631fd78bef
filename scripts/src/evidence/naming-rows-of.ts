import { namingRows as ofExchange } from '@hub/exchange/repository/naming-rows.js';
import { namingRows as ofLabs } from '@hub/labs/repository/naming-rows.js';
import { namingRows as ofMonitoringCenter } from '@hub/monitoring-center/repository/naming-rows.js';
import { namingRows as ofPlatforms } from '@hub/platforms/repository/naming-rows.js';
import type { Owner } from '@hub/prisma/owner.js';
import { namingRows as ofRegulator } from '@hub/regulator/repository/naming-rows.js';

/** The owners that take files of evidence in, each with the statement of its rows that name them. */
export const namingRowsOf: Readonly<Partial<Record<Owner, string>>> = { regulator: ofRegulator, 'monitoring-center': ofMonitoringCenter, labs: ofLabs, platforms: ofPlatforms, exchange: ofExchange };
