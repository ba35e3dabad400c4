package org.clientportal.storage;

import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;

/** Keeps clients. */
public interface ClientStore extends ClientReader, RecordStore<ClientId, Client> {}
