import { useEffect } from 'react';
import { changeAddress, useOwnSearch } from '@/address/own-search';
import { addressOfView, type FleetColumn, fleetViewIn, type FleetView, withColumn } from './fleet-order';
import { rememberHidden } from './kept-columns';

/**
 * How the fleet is looked at. The address says all of it, changed without asking the server, so that whoever gets it sees the
 * same; the choice of columns is kept in this browser, too, for the next visit.
 *
 * @param hidden the columns that this browser leaves out where the address does not say
 */
export function useFleetView(hidden: readonly FleetColumn[]) {
  const search = useOwnSearch();
  const view = fleetViewIn(search, hidden);
  const address = addressOfView(view, hidden);
  const isUnsaid = hidden.length > 0 && !search.has('without');
  useEffect(() => {
    if (isUnsaid) changeAddress(address);
  }, [isUnsaid, address]);

  const show = (change: Partial<FleetView>) => changeAddress(addressOfView({ ...view, ...change }, hidden));
  const choose = (column: FleetColumn, isShown: boolean) => {
    const chosen = withColumn(view, column, isShown);
    rememberHidden(chosen.without);
    show(chosen);
  };
  return { view, show, choose };
}
