export { shield } from 'graphql-shield'; // shield-stays-in-policy
