import {
  type ConnectorConfigFormItem,
  ConnectorConfigFormItemType,
  type ConnectorMetadata,
} from '@logto/connector-kit';
import { type Setting, settingsTable, type Texts } from './settings-table.ts';

const { Json, Number: Numeric, Select, Switch, Text } = ConnectorConfigFormItemType;

/** Logto's form has one text for all languages, so each carries English and Chinese. */
function both({ en, 'zh-CN': chinese }: Texts): string {
  return en === chinese ? en : `${en} / ${chinese}`;
}

function typeOf(type: Exclude<Setting['type'], 'choice'>) {
  return { text: Text, secret: Text, number: Numeric, flag: Switch, json: Json }[type];
}

/**
 * Hides what does not matter for another choice. A choice that is the default is no condition: the
 * form of a configuration without it has no value to compare.
 */
function conditionOf({ when }: Setting): Partial<ConnectorConfigFormItem> {
  const target = settingsTable.find(({ name }) => name === when?.setting) as Setting | undefined;
  return when && target?.default !== when.value
    ? { showConditions: [{ targetKey: when.setting, expectValue: when.value }] }
    : {};
}

function itemOf(setting: Setting): ConnectorConfigFormItem {
  const { name, type, required, when, placeholder, label, description, choices = [] } = setting;
  const item = {
    key: name,
    label: both(label),
    description: both(description),
    required: required && !when,
    isConfidential: type === 'secret',
    ...(setting.default !== undefined && { defaultValue: setting.default }),
    ...(placeholder && { placeholder }),
    ...conditionOf(setting),
  };
  if (type !== 'choice') {
    return { ...item, type: typeOf(type) } as ConnectorConfigFormItem;
  }
  const open = choices.filter(({ closed }) => !closed);
  const selectItems = open.map(({ value, title }) => ({ value, title: both(title) }));
  return { ...item, type: Select, selectItems };
}

/** The form in the Console. */
export const formItems: NonNullable<ConnectorMetadata['formItems']> = settingsTable.map(itemOf);
