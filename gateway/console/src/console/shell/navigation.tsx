import { NavLink } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useWords } from '../words/in-words';
import { places } from './places';

/** The pages there are. */
export function Navigation() {
  const { words } = useWords();
  const [here] = useLocation();
  return (
    <nav aria-label={words.shell.pages}>
      {places.map(({ name, path, icon: Icon }) => {
        const isHere = path === '/' ? here === '/' : here.startsWith(path);
        return <NavLink key={path} component={Link} href={path} label={words.places[name]} active={isHere} aria-current={isHere ? 'page' : undefined} leftSection={<Icon size={20} stroke={1.6} aria-hidden />} />;
      })}
    </nav>
  );
}
