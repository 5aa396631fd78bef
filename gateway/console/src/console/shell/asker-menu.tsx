import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { useViewer } from './use-viewer';

/** As whom one asks; the other roles of the same party are one click away, and everybody else behind one more. */
export function AskerMenu() {
  const { words } = useWords();
  const { identities = [], chosen, choose, leave } = useSignedIn();
  const viewer = useViewer();
  const identity = identities.find(({ name }) => name === chosen?.name);
  const label = viewer === undefined ? words.shell.asking : `${viewer.participant.name} · ${words.role(viewer.role)}`;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="subtle" color="gray" c="inherit" px={8} miw={0} leftSection={<IconUser size={18} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />} aria-label={`${words.shell.asker}: ${label}`}>
          <Text span size="sm" truncate visibleFrom="xs" maw={{ xs: 160, md: 360 }}>
            {label}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {viewer === undefined ? null : (
          <Menu.Label c="var(--hub-quiet)">
            {viewer.userId} · {words.participantKind[viewer.participant.kind]}
          </Menu.Label>
        )}
        {identity?.roles.map((role) => (
          <Menu.Item key={role} aria-current={role === chosen?.role} fw={role === chosen?.role ? 600 : 400} onClick={() => void choose(identity, role)}>
            {words.role(role)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {words.shell.leave}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
